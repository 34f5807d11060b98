/** What a page has around its text: the title of a browser tab, page numbers, footers. Kept, and pointed out. */

import { draftLines, type Guess } from '../draft.js';
import { wordCount } from '../words.js';
import { escapeLine } from './escape.js';
import { isTitle } from './headings.js';
import type { Piece } from './piece.js';
import type { TextLines } from './text-lines.js';

const RECURS = 3;

/** Short lines that stand on at least three pages. */
export function findFurniture(text: TextLines): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (let index = 0; index < text.length; index++) {
    const line = text.trimmed(index);
    const isAlone = text.isBlank(index - 1) || text.isBlank(index + 1);
    if (isAlone && wordCount(line) >= 2 && line.length <= 80 && !/[.?!:;,({[]$/.test(line)) {
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= RECURS).map(([line]) => line));
}

const PAGE_NUMBER =
  /^(?:page |slide |p\. ?)?\d{1,4}(?: ?(?:\/|of) ?\d{1,4})?$|^[-–—] ?\d{1,4} ?[-–—]$/i;

export function readFurniture(
  text: TextLines,
  at: number,
  repeated: ReadonlySet<string>
): Piece | null {
  const line = text.trimmed(at);
  const what = furnitureName(text, at, line, repeated);
  if (what === null) return null;
  const guess: Guess = {
    rule: 'import/page-furniture',
    message: `This line looks like ${what}.`,
    remedy: 'Take it out if it is not part of the lesson.'
  };
  return { kind: 'text', end: at + 1, draft: draftLines([escapeLine(line)], guess) };
}

function furnitureName(
  text: TextLines,
  at: number,
  line: string,
  repeated: ReadonlySet<string>
): string | null {
  if (repeated.has(line)) return 'one that every page has';
  const isAlone = text.gapBefore(at) > 0 && (text.isBlank(at + 1) || at + 1 >= text.length);
  if (isAlone && PAGE_NUMBER.test(line)) return 'a page number';
  // “Chapter 3 | A Course”, above the title itself.
  const next = text.trimmed(text.next(at + 1));
  const isFirst = text.gapBefore(at) === Infinity;
  const hasSite = / [|·»›] /.test(line) && line.length <= 120;
  return isFirst && hasSite && isTitle(next) ? 'the title of a browser tab' : null;
}
