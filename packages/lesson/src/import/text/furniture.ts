/** What a page has around its text: the title of a browser tab, page numbers, footers. Kept, and pointed out. */

import { isArtCompanion } from '../art.js';
import { draftLines, type Guess } from '../draft.js';
import { lineShape } from '../python-shape.js';
import { wordCount } from '../words.js';
import { escapeLine } from './escape.js';
import { isTitle } from './headings.js';
import { readMark } from './items.js';
import type { Piece } from './piece.js';
import type { TextLines } from './text-lines.js';

/** By line: what to say of it. Of lines that are many, only the first is spoken of, for all. */
export type Furniture = ReadonlyMap<number, string | null>;

/** On how many pages a line is a footer, and no coincidence. */
const RECURS = 3;
const PAGE_NUMBER =
  /^(?:page |slide |p\. ?)?\d{1,4}(?: ?(?:\/|of) ?\d{1,4})?$|^[-–—] ?\d{1,4} ?[-–—]$/i;

export function findFurniture(text: TextLines): Furniture {
  const found = new Map<number, string | null>();
  for (const places of recurring(text)) {
    places.forEach((place, index) => {
      found.set(place, index === 0 ? `one that ${places.length} pages have` : null);
    });
  }
  const isEdge = (index: number): boolean => text.isBlank(index) || found.get(index) !== undefined;
  const numbers: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const isNumber = PAGE_NUMBER.test(text.trimmed(index));
    if (isNumber && isEdge(index - 1) && isEdge(index + 1)) numbers.push(index);
  }
  numbers.forEach((place, index) => {
    const more = numbers.length === 1 ? '' : `, and so do ${numbers.length - 1} more`;
    found.set(place, index === 0 ? `a page number${more}` : null);
  });
  const first = text.next(0);
  if (isTabTitle(text, first)) found.set(first, 'the title of a browser tab');
  return found;
}

/** The places of each line that stands on at least three pages. */
function recurring(text: TextLines): number[][] {
  const places = new Map<string, number[]>();
  for (let index = 0; index < text.length; index++) {
    const line = text.trimmed(index);
    if (!mayRecur(line)) continue;
    const known = places.get(line);
    if (known === undefined) places.set(line, [index]);
    else known.push(index);
  }
  return [...places.values()].filter(({ length }) => length >= RECURS);
}

function mayRecur(line: string): boolean {
  if (wordCount(line) < 2 || line.length > 80 || /[.?!:;,({[]$|\t/.test(line)) return false;
  return readMark(line) === null && lineShape(line) === null && !isArtCompanion(line);
}

/** “Chapter 3 | A Course”, above the title itself. */
function isTabTitle(text: TextLines, first: number): boolean {
  const line = text.trimmed(first);
  const next = text.trimmed(text.next(first + 1));
  return / [|·»›] /.test(line) && line.length <= 120 && isTitle(next);
}

export function readFurniture(text: TextLines, at: number, furniture: Furniture): Piece | null {
  const what = furniture.get(at);
  if (what === undefined) return null;
  const guesses: Guess[] =
    what === null
      ? []
      : [
          {
            rule: 'import/page-furniture',
            message: `This line looks like ${what}.`,
            remedy: 'Take it out if it is not part of the lesson.'
          }
        ];
  const draft = draftLines([escapeLine(text.at(at))], ...guesses);
  return { kind: 'furniture', end: at + 1, draft };
}
