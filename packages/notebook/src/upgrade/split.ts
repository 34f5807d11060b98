/** A lesson's cell that the learner split, and did not change: one cell again, where the lesson has a new one. */

import { isAnswer, type LessonCell } from './lesson-cell.js';

/**
 * The cells directly after or before `cell` that with it make up the text as built; none where they do not. JupyterLab
 * gives each part of a split cell the metadata of the whole, and takes away the line ends where it was split.
 */
export function otherParts(cell: LessonCell, cells: readonly LessonCell[]): LessonCell[] {
  if (cell.base === null || cell.source === cell.base || isAnswer(cell)) return [];
  const isPart = (one: LessonCell | undefined): one is LessonCell =>
    one !== undefined && one.kind === cell.kind && one.base === cell.base && one.type === cell.type;
  let from = cell.index;
  while (isPart(cells[from - 1])) from--;
  let to = cell.index + 1;
  while (isPart(cells[to])) to++;
  const parts = cells.slice(from, to);
  const whole = parts.map(({ source }) => source).join('\n');
  if (withoutBlankLines(whole) !== withoutBlankLines(cell.base)) return [];
  return parts.filter((part) => part !== cell);
}

function withoutBlankLines(text: string): string {
  return text.replace(/^\s*\n/gm, '').trimEnd();
}
