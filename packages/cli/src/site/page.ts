/** What the pages at the site's root have in common. */

import { markup, type Markup } from './markup.js';
import type { SiteCourse } from './site.js';

export interface Page {
  title: string;
  /** More of its head. */
  head?: Markup;
  body: Markup;
}

/** The text of its file. */
export function sitePage({ language }: SiteCourse, { title, head, body }: Page): string {
  return markup`<!doctype html>
<html lang="${language ?? 'en'}">
  <head>
    <meta charset="utf-8" />
    <script src="offline-page.js" data-register="service-worker.js?enableCache=false"></script>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="icon" href="lab/favicon.ico" />
    <link rel="stylesheet" href="catalogue.css" />${head ?? null}
  </head>
  <body>${body}
  </body>
</html>
`.text;
}
