/** Finds lists and quotations nested as no lesson nests them, before the Markdown parser meets them: its time grows with the square of the depth. */

import type { FenceLines } from './fence-lines.js';
import type { Problems } from './problems.js';
import type { SourceText } from './source-text.js';

/** Both lines included. */
export interface Stretch {
  first: number;
  last: number;
}

const MAX_DEPTH = 20;
/** Lines of a quotation or an item that are not marked or indented as part of it: each is tried anew. */
const MAX_LAZY = 500;
const BREAK = /^[ \t]*([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const MARKER = /(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/y;

/** A list item, by the column at which its content begins, or a quotation. */
type Container = number | '>';

/** The stretches, from where the outermost list or quotation begins to where it ends, and a diagnostic for each. */
export function findDeepNesting(
  source: SourceText,
  firstLine: number,
  lastLine: number,
  fences: FenceLines,
  problems: Problems
): Stretch[] {
  const found: Stretch[] = [];
  const open: Container[] = [];
  let first = firstLine;
  let lazy = 0;
  let isDeep = false;
  const end = (last: number): void => {
    if (isDeep) found.push({ first, last: source.trim(first, last)?.[1] ?? last });
    isDeep = false;
  };
  for (let number = firstLine; number <= lastLine; number++) {
    const line = source.line(number);
    const isBlank = line.trim() === '';
    const fence = fences.openedAt[number] ?? 0;
    if (isBlank || (fence !== 0 && fence !== number && open.length > 0)) {
      if (isBlank) lazy = 0;
      continue;
    }
    const wasOpen = open.length > 0;
    const follows = wasOpen && source.line(number - 1).trim() !== '';
    const isLazy = update(open, line, follows);
    lazy = isLazy ? lazy + 1 : 0;
    if (wasOpen && open.length === 0) end(number - 1);
    if (!wasOpen) first = number;
    isDeep ||= open.length > MAX_DEPTH || lazy > MAX_LAZY;
  }
  end(lastLine);
  for (const stretch of found) report(stretch, source, problems);
  return found;
}

/** Closes and opens containers as `line` does; whether it may go on with a paragraph in them without their marks. */
function update(open: Container[], line: string, follows: boolean): boolean {
  let at = 0;
  let column = 0;
  const skipSpace = (): void => {
    for (; line[at] === ' ' || line[at] === '\t'; at++) {
      column += line[at] === '\t' ? 4 - (column % 4) : 1;
    }
  };
  skipSpace();
  let kept = 0;
  for (; kept < open.length; kept++) {
    const container = open[kept] as Container;
    if (container === '>' ? line[at] !== '>' : column < container) break;
    if (container !== '>') continue;
    at++;
    column++;
    skipSpace();
  }
  const start = at;
  const opened: Container[] = [];
  while (opened.length <= MAX_DEPTH) {
    if (line[at] === '>') {
      at++;
      column++;
      opened.push('>');
    } else {
      MARKER.lastIndex = at;
      const marker = MARKER.exec(line)?.[0];
      if (marker === undefined) break;
      at += marker.length;
      column += marker.length;
      opened.push(column + 1);
    }
    skipSpace();
  }
  if (opened.length === 0 || BREAK.test(line.slice(start))) {
    if (kept < open.length && follows) return true;
    open.length = kept;
    return false;
  }
  open.length = kept;
  open.push(...opened);
  return false;
}

function report({ first, last }: Stretch, source: SourceText, problems: Problems): void {
  problems.report(
    'lesson/too-deep',
    source.lineRange(first, last),
    `Lists or quotations are nested too deeply between the lines ${first} and ${last}; they are shown as they are written.`,
    `Nest them less than ${MAX_DEPTH} deep, and put a blank line after each.`
  );
}
