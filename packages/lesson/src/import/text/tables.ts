/** Tables in plain text: by tabs, by columns of bars, or one cell a line where that can only be a table. */

import { draftLines, type Guess } from '../draft.js';
import { tableLines } from '../table.js';
import { lineShape } from '../python-shape.js';
import { wordCount } from '../words.js';
import { isCalloutLine } from '../refine/callout-label.js';
import { escapeInline } from './escape.js';
import { readMark } from './items.js';
import { isNumberedHeading } from './numbered.js';
import type { Piece, Recogniser } from './piece.js';
import type { TextLines } from './text-lines.js';

export const readTabbedTable: Recogniser = (text, at) => {
  const rows: string[][] = [];
  for (let index = at; index < text.length; index++) {
    const line = text.at(index);
    if (!line.trim().includes('\t') || readMark(line) !== null) break;
    rows.push(line.replace(/^ +/, '').split('\t'));
  }
  const width = Math.max(...rows.map((cells) => cells.length), 0);
  // Two columns of two rows may be anything that somebody lined up.
  if (rows.length < 2 || (width === 2 && rows.length < 3)) return null;
  if (rows.some((cells) => cells.length < width - 1)) return null;
  return table(
    rows.map((cells) => padded(cells, width)),
    at + rows.length,
    'tabs'
  );
};

export const readBarredTable: Recogniser = (text, at) => {
  const rows: string[][] = [];
  let end = at;
  while (end < text.length && text.at(end).includes('|')) {
    const line = text.trimmed(end++);
    if (!/^[\s|:+-]+$/.test(line)) rows.push(line.replace(/^\||\|$/g, '').split('|'));
  }
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || width < (end - at > rows.length ? 2 : 3)) return null;
  if (rows.some((cells) => cells.length !== width)) return null;
  return table(rows, end, 'bars');
};

const MOST_COLUMNS = 6;
const MOST_CELLS = 240;

/**
 * A table that was copied cell by cell. Safe is only what can be read in one way: one number of columns, of which one
 * holds nothing but values under a heading that is none, and no other cell is a value.
 */
export const readCellTable: Recogniser = (text, at) => {
  let end = at;
  while (end < Math.min(text.length, at + MOST_CELLS) && isCell(text, end)) end++;
  const cells = text.slice(at, end).map((line) => line.trim());
  const readings: string[][][] = [];
  for (let width = 2; width <= MOST_COLUMNS; width++) {
    if (cells.length % width !== 0 || cells.length / width < 3) continue;
    const rows = Array.from({ length: cells.length / width }, (_, row) =>
      cells.slice(row * width, (row + 1) * width)
    );
    if (hasOneValueColumn(rows)) readings.push(rows);
  }
  const [only] = readings;
  return only === undefined || readings.length > 1 ? null : table(only, end, 'cells');
};

function isCell(text: TextLines, index: number): boolean {
  const line = text.trimmed(index);
  if (line === '' || line.length > 60 || /[.?!:;,]$/.test(line)) return false;
  if (readMark(line) !== null || isNumberedHeading(text, index) || isCalloutLine(line))
    return false;
  return lineShape(line) === null && wordCount(line) <= 10;
}

/** A number, perhaps with a sign, a unit or a range. */
const VALUE = /^[~≈<>≤≥±+-]?[$€£]?\d[\d.,]*(?:\s?[–-]\s?\d[\d.,]*)?\s?(?:%|[A-Za-zµ°]{1,4})?$/;

function hasOneValueColumn(rows: readonly (readonly string[])[]): boolean {
  const [head = [], ...body] = rows;
  if (head.some((cell) => VALUE.test(cell) || !/^[\p{Lu}\d]/u.test(cell))) return false;
  const counts = head.map(
    (_, column) => body.filter((row) => VALUE.test(row[column] ?? '')).length
  );
  const full = counts.filter((count) => count === body.length).length;
  return full >= 1 && counts.every((count) => count === 0 || count === body.length);
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => cells[column] ?? '');
}

const REASONS = {
  tabs: 'These lines are divided by tabs, so they are a table, and the first is its head.',
  bars: 'These lines are divided by bars, so they are a table, and the first is its head.',
  cells: 'These lines look like the cells of a table, one a line, so they are a table.'
};

function table(
  rows: readonly (readonly string[])[],
  end: number,
  reason: keyof typeof REASONS
): Piece {
  const guess: Guess = {
    rule: 'import/table',
    message: REASONS[reason],
    remedy: 'Check its rows and its head.'
  };
  const escaped = rows.map((cells) => cells.map((cell) => escapeInline(cell.trim())));
  return { kind: 'table', end, draft: draftLines(tableLines(escaped), guess) };
}
