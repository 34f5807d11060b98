/** Plain text to a draft: each stretch of lines is what the first recogniser that knows it says. */

import { isRule } from '../art.js';
import { draftLines, joinBlocks, type Draft } from '../draft.js';
import { readArt } from './art.js';
import { cleanCharacters } from './characters.js';
import {
  readIndented,
  readOtherCode,
  readPython,
  readSetApart,
  readShell,
  readTranscript
} from './code.js';
import { findFurniture, readFurniture } from './furniture.js';
import { readFormula } from './formulas.js';
import { readHeading, type Before } from './headings.js';
import { readAnnouncedList, readList } from './lists.js';
import { paragraphs } from './paragraphs.js';
import type { Piece, Recogniser } from './piece.js';
import { readBarredTable, readCellTable, readTabbedTable } from './tables.js';
import { TextLines } from './text-lines.js';
import { isGenericTitle } from '../section-names.js';

/** In this order: what has a sure shape first. */
const BEFORE_HEADINGS: readonly Recogniser[] = [
  readArt,
  readFormula,
  readTabbedTable,
  readBarredTable,
  readTranscript,
  readPython,
  readShell,
  readOtherCode
];
const BEFORE_TITLES: readonly Recogniser[] = [
  readList,
  readCellTable,
  readAnnouncedList,
  readSetApart,
  readIndented
];

export function readText(source: string): Draft {
  const text = new TextLines(cleanCharacters(source).split('\n'));
  const before: Before = { piece: null, titled: false, furniture: findFurniture(text) };
  const blocks: Draft[] = [];
  for (let at = text.next(0); at < text.length; at = text.next(at)) {
    const piece = readPiece(text, at, before);
    blocks.push(piece.draft);
    at = piece.end;
    before.piece = piece.kind;
    // The title may come after the page's own: a browser tab's, a running head.
    if (piece.kind !== 'furniture') before.titled = true;
  }
  return joinBlocks(blocks);
}

function readPiece(text: TextLines, at: number, before: Before): Piece {
  for (const recognise of BEFORE_HEADINGS) {
    const piece = recognise(text, at);
    if (piece !== null) return piece;
  }
  const furniture = readFurniture(text, at, before.furniture);
  if (furniture !== null) return furniture;
  // Not `---`, which would be front matter at the start.
  if (isRule(text.at(at))) return { kind: 'text', end: at + 1, draft: draftLines(['***']) };
  // A section's name is no title; the sections after it are its equals.
  const titled = before.titled || isGenericTitle(text.trimmed(at));
  return (
    readListOrTable(text, at) ??
    readHeading(text, at, { ...before, titled }) ??
    readParagraphs(text, at, before)
  );
}

function readListOrTable(text: TextLines, at: number): Piece | null {
  for (const recognise of BEFORE_TITLES) {
    const piece = recognise(text, at);
    if (piece !== null) return piece;
  }
  return null;
}

/** Lines up to a blank one, or to one that begins something else. */
function readParagraphs(text: TextLines, at: number, before: Before): Piece {
  let end = at + 1;
  while (end < text.length && !text.isBlank(end) && !beginsAnother(text, end, before)) end++;
  const lines = text.slice(at, end).map((line) => line.trim());
  return { kind: 'text', end, draft: paragraphs(lines) };
}

function beginsAnother(text: TextLines, at: number, before: Before): boolean {
  return (
    isRule(text.at(at)) ||
    BEFORE_HEADINGS.some((recognise) => recognise(text, at) !== null) ||
    readFurniture(text, at, before.furniture) !== null ||
    readListOrTable(text, at) !== null ||
    readHeading(text, at, { ...before, piece: 'text', titled: true }) !== null
  );
}
