/** The notebooks among a course's files: authors' own, which no lesson was built into. */

import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import type { SiteFile, SiteNotebook } from './site.js';

export function notebooksAmong(files: readonly SiteFile[]): Promise<SiteNotebook[]> {
  return Promise.all(
    files
      .filter(({ path }) => path.endsWith('.ipynb'))
      .map(async ({ path, source }) => ({
        path,
        title: firstHeading(await readFile(source, 'utf8')) ?? posix.basename(path, '.ipynb')
      }))
  );
}

/** Of the Markdown cells; `null` where there is none, and of what is no notebook. */
function firstHeading(text: string): string | null {
  let cells: { cell_type?: string; source?: string | string[] }[];
  try {
    ({ cells = [] } = JSON.parse(text) as { cells?: typeof cells });
  } catch {
    return null;
  }
  for (const { cell_type, source = '' } of cells) {
    if (cell_type !== 'markdown') continue;
    const heading = /^#{1,6} +(.+)$/m.exec([source].flat().join(''));
    if (heading?.[1] !== undefined) return heading[1].trim();
  }
  return null;
}
