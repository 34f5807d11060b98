/** Text art as a figure: monospace, unwrapped, and one picture to a screen reader. */

import type { DiagramBlock } from '@lectern/lesson';
import { escapeHtml } from './html.js';

// JupyterLab's sanitiser keeps `class`, `title` and these styles, and drops `role` and `aria-label`; viewers that
// keep them read the art as one picture. The blank lines end the figure's HTML block, so that blank lines in the
// art, which `<pre>` may hold, do not.
const STYLE = 'white-space: pre; overflow-x: auto; line-height: 1.25';

/** `heading` names the section, for a diagram that its author gave no label. */
export function diagramMarkdown(diagram: DiagramBlock, heading: string | null): string {
  const label = escapeHtml(diagram.label ?? (heading === null ? 'Diagram' : `Diagram: ${heading}`));
  return [
    `<figure class="lectern-diagram" title="${label}">`,
    `<pre role="img" aria-label="${label}" style="${STYLE}">\n${escapeHtml(diagram.source)}\n</pre>`,
    ...(diagram.label === null ? [] : [`<figcaption>${label}</figcaption>`]),
    '</figure>'
  ].join('\n\n');
}
