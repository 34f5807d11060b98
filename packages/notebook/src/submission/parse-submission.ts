/** What was handed in as a notebook, in whatever version of the format: read with nothing left to check, or why not. */

import { readCells, type LessonCell } from '../upgrade/lesson-cell.js';
import { asObject, isObject, type JsonObject } from '../upgrade/records.js';

export interface SubmittedNotebook {
  /** Of the notebook. */
  metadata: JsonObject;
  cells: LessonCell[];
}

/** A sentence's end: what the file "is". */
export interface Unreadable {
  reason: string;
}

export function parseSubmission(text: string): SubmittedNotebook | Unreadable {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return { reason: 'is empty.' };
  let value: unknown;
  try {
    value = JSON.parse(trimmed);
  } catch {
    return {
      reason: trimmed.startsWith('{')
        ? 'is a damaged notebook: its JSON is cut off or broken.'
        : 'is not a notebook.'
    };
  }
  if (!isObject(value)) return { reason: 'is not a notebook.' };
  const cells = cellsOf(value);
  if (cells === null) return { reason: 'is JSON, but not a notebook: it has no cells.' };
  return { metadata: asObject(value['metadata']), cells: readCells(cells) };
}

/** Up to format 3, cells stood in worksheets, and a code cell's text was its `input`. */
function cellsOf(notebook: JsonObject): unknown[] | null {
  if (Array.isArray(notebook['cells'])) return notebook['cells'] as unknown[];
  if (!Array.isArray(notebook['worksheets'])) return null;
  return notebook['worksheets']
    .map(asObject)
    .flatMap(({ cells }) => (Array.isArray(cells) ? (cells as unknown[]) : []))
    .map(asObject)
    .map((cell) => ({
      ...cell,
      cell_type: cell['cell_type'] === 'heading' ? 'markdown' : cell['cell_type'],
      source: cell['source'] ?? cell['input']
    }));
}
