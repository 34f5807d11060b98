/** Any cell of any notebook, read with nothing left to check. */

import type { ICell } from '@jupyterlab/nbformat';
import { METADATA_KEY } from '../metadata.js';
import { asObject, asText, canonical, isObject, omit, type JsonObject } from './records.js';

export interface LessonCell {
  /** Where it stands in its notebook. */
  index: number;
  /** `null` where the notebook's format has none. */
  id: string | null;
  type: 'code' | 'markdown' | 'raw';
  /** One string, lines ended by `\n`. */
  source: string;
  metadata: JsonObject;
  /** `metadata.lectern`; `null` for a cell of the learner's own. */
  lectern: JsonObject | null;
  kind: string | null;
  /** The source as built; `null` where that is not known. */
  base: string | null;
  outputs: JsonObject[];
  executionCount: number | null;
  attachments: JsonObject | null;
}

/** What in `metadata.lectern` is the learner's, and not the lesson's. */
export const LEARNERS = ['progress', 'earlier'];

/** Where the learner writes an answer: their text stands, and is not merged with a new starter. */
const ANSWERS = ['challenge-answer', 'answer-code', 'answer-text'];

export function readCells(cells: readonly unknown[]): LessonCell[] {
  return cells.map((cell, index) => readCell(asObject(cell), index));
}

function readCell(cell: JsonObject, index: number): LessonCell {
  const metadata = asObject(cell['metadata']);
  const lectern = isObject(metadata[METADATA_KEY]) ? metadata[METADATA_KEY] : null;
  const base = asText(lectern?.['base']);
  const count = cell['execution_count'];
  return {
    index,
    id: asText(cell['id']),
    type: cellType(cell['cell_type']),
    source: readSource(cell['source']),
    metadata,
    lectern,
    kind: asText(lectern?.['kind']),
    base: base === null ? null : unixLines(base),
    outputs: Array.isArray(cell['outputs']) ? cell['outputs'].filter(isObject) : [],
    executionCount:
      typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : null,
    attachments: isObject(cell['attachments']) ? cell['attachments'] : null
  };
}

/** What is no cell of format 4 is kept as text that does nothing. */
function cellType(value: unknown): LessonCell['type'] {
  return value === 'code' || value === 'markdown' ? value : 'raw';
}

function readSource(value: unknown): string {
  if (Array.isArray(value))
    return unixLines(value.filter((line) => typeof line === 'string').join(''));
  return unixLines(asText(value) ?? '');
}

function unixLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** As nbformat 4.5 wants it. */
export function writeCell(cell: LessonCell, id: string): ICell {
  const { type, source, outputs, executionCount, attachments } = cell;
  const own =
    type === 'code'
      ? { outputs, execution_count: executionCount }
      : attachments !== null && { attachments };
  // nbformat's types ask for JSON, which is what the file that this was read from held.
  return { cell_type: type, id, metadata: cell.metadata, source, ...own } as unknown as ICell;
}

/** A cell of the lesson, as against one of the learner's, or one that an earlier upgrade kept for them. */
export function isLessons(cell: LessonCell): boolean {
  return cell.kind !== null && cell.kind !== 'kept';
}

export function isAnswer({ kind }: LessonCell): boolean {
  return kind !== null && ANSWERS.includes(kind);
}

/** Whether the learner has changed its text; where the text as built is not known, whether there is any. */
export function isEdited({ base, source }: LessonCell): boolean {
  return base === null ? source.trim() !== '' : source !== base;
}

/** Whether it holds work of the learner's: text, or the response to a quiz. A starter's hints and verdict are not work. */
export function hasWork(cell: LessonCell): boolean {
  return isEdited(cell) || (!isAnswer(cell) && cell.lectern?.['progress'] !== undefined);
}

/** All that the lesson says of the cell, in one string. */
export function lessonData({ lectern }: LessonCell): string {
  return canonical(omit(lectern ?? {}, LEARNERS));
}

/** What an answer is an answer to: a verdict on another one no longer counts. */
export function revision(cell: LessonCell): string {
  const challenge = cell.lectern?.['challenge'];
  return (isObject(challenge) && asText(challenge['revision'])) || lessonData(cell);
}

export function challengeId({ lectern }: LessonCell): string | null {
  const challenge = lectern?.['challenge'];
  return isObject(challenge) ? asText(challenge['id']) : null;
}
