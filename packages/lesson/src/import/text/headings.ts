/** Headings in plain text: underlined, numbered, in capitals, or lines that read like titles. */

import { isRule } from '../art.js';
import { draftLines, type Guess } from '../draft.js';
import { questionSection } from '../section-names.js';
import { isCalloutLine } from '../refine/callout-label.js';
import { isSentence, wordCount } from '../words.js';
import { escapeInline } from './escape.js';
import { readMark } from './items.js';
import { numberedHeadingDepth } from './numbered.js';
import type { Furniture } from './furniture.js';
import type { Piece } from './piece.js';
import { lineShape } from '../python-shape.js';
import type { TextLines } from './text-lines.js';

/** What came before, as far as it decides whether a line is a heading. */
export interface Before {
  piece: Piece['kind'] | null;
  /** The text has had its title. */
  titled: boolean;
  furniture: Furniture;
}

export function readHeading(text: TextLines, at: number, before: Before): Piece | null {
  const line = text.trimmed(at);
  const hashes = /^(#{1,6})\s+(\S.*)$/.exec(line);
  if (hashes !== null && standsAlone(text, at)) {
    return heading(hashes[2] ?? '', hashes[1]?.length ?? 1, at + 1);
  }
  if (isRule(text.at(at + 1)) && isUnderlined(text, at)) {
    const isFirst = /[=═]/.test(text.at(at + 1)) || !before.titled;
    return heading(line, isFirst ? 1 : 2, at + 2, 'is underlined');
  }
  const depth = numberedHeadingDepth(text, at);
  if (depth !== null) return heading(line, depth + 1, at + 1, 'is numbered like a heading');
  if (questionSection(line) !== null && isTitle(line) && hasRoom(text, at, before)) {
    return heading(line, 2, at + 1, 'names a part that questions stand in');
  }
  if (isPageTitle(text, at, before))
    return heading(line, before.titled ? 2 : 1, at + 1, 'is the first of its page');
  if (!isTitle(line) || !hasRoom(text, at, before) || !isFollowed(text, at, before)) return null;
  return heading(line, before.titled ? 2 : 1, at + 1, 'reads like a heading');
}

function heading(title: string, depth: number, end: number, reason?: string): Piece {
  const guess: Guess[] =
    reason === undefined
      ? []
      : [
          {
            rule: 'import/heading',
            message: `This line ${reason}.`,
            remedy: 'Check its depth; take the `#` away if it is text.'
          }
        ];
  const line = `${'#'.repeat(Math.min(6, depth))} ${escapeInline(title.trim())}`;
  return { kind: 'heading', end, draft: draftLines([line], ...guess) };
}

/** The first line of the text, or of a slide, may be a title whatever comes below it. */
function isPageTitle(text: TextLines, at: number, { piece, furniture, titled }: Before): boolean {
  const isFirst = piece === null && !titled;
  const isOnSlide = piece === 'furniture' && furniture.size >= 3;
  const line = text.trimmed(at);
  if (!isFirst && !isOnSlide) return false;
  if (!isTitle(isOnSlide ? line.replace(/\?$/, '') : line)) return false;
  // A long line above one in small letters is the first of a paragraph; a short one is above its author.
  if (line.length >= 45 && /^\p{Ll}/u.test(text.trimmed(at + 1))) return false;
  return text.next(at + 1) < text.length;
}

function isUnderlined(text: TextLines, at: number): boolean {
  const line = text.trimmed(at);
  const underline = text.trimmed(at + 1);
  if (line.length > 100 || isRule(line) || underline.length < 3) return false;
  return text.gapBefore(at) > 0 || Math.abs(line.length - underline.length) <= 3;
}

/** Short, begins like a title, and is not a sentence, a value, code, an item or a label. */
export function isTitle(line: string): boolean {
  const words = wordCount(line);
  if (words === 0 || words > 12 || line.length > 80 || !/^["“‘'(]?[\p{Lu}\p{Lo}\d]/u.test(line))
    return false;
  if (/[.,;:!…]$/.test(line) || (line.endsWith('?') && !isTitleCase(line))) return false;
  if (/^[\d\s.,:%/-]+$/.test(line) || /\b(?:of|the|and|a|an|to|in|for|with|or)$/.test(line))
    return false;
  if (
    /[.?!]\s+\p{Lu}/u.test(line) ||
    /^(?:correct )?(?:answers?|solution|hint|q|a)\b.*:/i.test(line)
  )
    return false;
  if (/: (?:\p{Ll}|["“])/u.test(line) || /https?:|[|=<>{}\t]|\S@\S/.test(line)) return false;
  return readMark(line) === null && lineShape(line) === null && !isCalloutLine(line);
}

/** Every longer word begins with a capital letter, and there are at least two. */
function isTitleCase(line: string): boolean {
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  return words.length >= 2 && words.every((word) => /^\p{Lu}/u.test(word));
}

function standsAlone(text: TextLines, at: number): boolean {
  return text.gapBefore(at) > 0 && (text.isBlank(at + 1) || at + 1 >= text.length);
}

/** Nothing runs into it from above. */
function hasRoom(text: TextLines, at: number, { piece }: Before): boolean {
  return text.gapBefore(at) > 0 || piece !== 'text' || isSentence(text.trimmed(at - 1));
}

/** What stands below a heading: a sentence, a list, code, or a heading below the title. */
function isFollowed(text: TextLines, at: number, { titled }: Before): boolean {
  const next = text.next(at + 1);
  if (next >= text.length) return false;
  const line = text.trimmed(next);
  const isBelow = next === at + 1;
  if (isBelow && isTitle(line) && !isSentence(line)) return false;
  // A line with no end that goes on in small letters is the first of a paragraph.
  if (isBelow && /^\p{Ll}/u.test(line) && lineShape(line) === null) return false;
  if (isSentence(line) || line.endsWith(':') || isCalloutLine(line)) return true;
  if (line.includes('\t')) return true;
  if (readMark(line) !== null || lineShape(line) !== null) return true;
  if (numberedHeadingDepth(text, next) !== null) return true;
  return !titled || (next > at + 1 && isTitleCase(text.trimmed(at)));
}
