/** A notebook to the bytes that Python's `nbformat` writes, so that saving it elsewhere changes nothing. */

import type { INotebookContent } from '@jupyterlab/nbformat';

/** Keys sorted, one space of indentation, sources as lists of lines, a line end at the end. */
export function serializeNotebook(notebook: INotebookContent): string {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    source: splitLines(Array.isArray(cell.source) ? cell.source.join('') : cell.source)
  }));
  return `${JSON.stringify(sorted({ ...notebook, cells }), null, 1)}\n`;
}

// What ends a line for Python's `str.splitlines(True)`.
const LINE_ENDS = String.raw`\n\r\v\f\x1c-\x1e\x85\u2028\u2029`;
const LINE = new RegExp(`[^${LINE_ENDS}]*(?:\\r\\n|[${LINE_ENDS}])|[^${LINE_ENDS}]+$`, 'g');

function splitLines(text: string): string[] {
  return text.match(LINE) ?? [];
}

/** Keys in the order that `nbformat` writes them. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const result = Object.create(null) as Record<string, unknown>;
  for (const [key, inner] of Object.entries(value).sort(([a], [b]) => compare(a, b))) {
    result[key] = sorted(inner);
  }
  return result;
}

/** By code point, as Python sorts, not by code unit. */
function compare(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference =
      (left[index]?.codePointAt(0) as number) - (right[index]?.codePointAt(0) as number);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
