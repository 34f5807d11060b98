/** Lines such as `Step 1: Collect`, `2.3 Results` and `4. Discussion`: headings, or items of a list. */

import { endsSentence, wordCount } from '../words.js';
import type { TextLines } from './text-lines.js';

const NAMED =
  /^(?:step|part|chapter|section|lesson|module|unit|week|day|lecture|exercise|activity|task|stage|phase|slide|appendix|topic)\s+(?:\d+(?:\.\d+)*|[IVX]+|[A-Z])(?:\s*[:.–—-]\s*\S.*|\s*)$/i;
const DOTTED = /^(\d+(?:\.\d+)+)\.?\s+\S/;
const PLAIN = /^(\d{1,2})[.)]\s+(\S.*)$/;

/** How deep a numbered heading is, counted from 1; `null` when the line is none. */
export function numberedHeadingDepth(text: TextLines, index: number): number | null {
  const line = text.trimmed(index);
  if (line.length > 90 || /[.;,]$/.test(line)) return null;
  if (NAMED.test(line)) return endsSentence(line) || isInRun(text, index, NAMED) ? null : 1;
  const dotted = DOTTED.exec(line);
  if (dotted !== null) {
    const isTitle = /^\p{Lu}/u.test(line.slice(dotted[1]?.length).trim()) && wordCount(line) <= 12;
    return isTitle && !isInRun(text, index, DOTTED) ? (dotted[1] ?? '').split('.').length : null;
  }
  return isPlainHeading(text, index) ? 1 : null;
}

export function isNumberedHeading(text: TextLines, index: number): boolean {
  return numberedHeadingDepth(text, index) !== null;
}

/** Lines of the same kind with nothing between them are a table of contents, or a list. */
function isInRun(text: TextLines, index: number, pattern: RegExp): boolean {
  return [text.previous(index - 1), text.next(index + 1)].some(
    (other) => other >= 0 && other < text.length && pattern.test(text.trimmed(other))
  );
}

/** `1. Introduction`, with text below it, in a row of such headings. */
function isPlainHeading(text: TextLines, index: number): boolean {
  const own = plainTitle(text, index);
  if (own === null) return false;
  for (let other = 0; other < text.length; other++) {
    const title = other === index ? null : plainTitle(text, other);
    if (title !== null && Math.abs(title - own) === 1 && Math.sign(other - index) === title - own) {
      return true;
    }
  }
  return false;
}

/** The number of a short line without the end of a sentence that text follows. */
function plainTitle(text: TextLines, index: number): number | null {
  const match = PLAIN.exec(text.trimmed(index));
  if (match === null || text.indent(index) > 3) return null;
  const [, digits = '', title = ''] = match;
  if (!/^\p{Lu}/u.test(title) || wordCount(title) > 8 || /[.?!:;,]$/.test(title)) return null;
  const next = text.next(index + 1);
  if (next >= text.length || PLAIN.test(text.trimmed(next))) return null;
  // Further in, and right below: the item of a list goes on.
  if (next === index + 1 && text.indent(next) > text.indent(index)) return null;
  return endsSentence(text.trimmed(next)) || wordCount(text.trimmed(next)) >= 8
    ? Number(digits)
    : null;
}
