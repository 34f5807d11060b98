/** Paragraphs in plain text: lines that an editor wrapped are one, lines that stand for themselves are many. */

import { draftLines, joinBlocks, type Draft } from '../draft.js';
import { isCalloutLine } from '../refine/callout-label.js';
import { escapeLine } from './escape.js';

const WIDEST_WRAP = 110;
const NARROWEST_WRAP = 45;
/** `Reader: “Which is better?”`: a line of a dialogue, or a value with its name. */
const NAMED_LINE = /^[\p{Lu}][\p{L}\p{N} .'’-]{0,24}: \S/u;

/** The lines of one stretch without blank lines, as blocks. */
export function paragraphs(lines: readonly string[]): Draft {
  const blocks: Draft[] = [];
  const widest = Math.max(...lines.map((line) => line.length));
  const isWrapped =
    widest <= WIDEST_WRAP && lines.some((line, index) => surelyGoesOn(line, lines[index + 1]));
  let at = 0;
  while (at < lines.length) {
    const named = runOf(lines, at, (line) => NAMED_LINE.test(line) && !isCalloutLine(line));
    if (named > at + 1) {
      blocks.push(withHardBreaks(lines.slice(at, named)));
      at = named;
      continue;
    }
    const end = endOfParagraph(lines, at, isWrapped ? widest * 0.9 : Infinity);
    blocks.push(draftLines(lines.slice(at, end).map(escapeLine)));
    at = end;
  }
  return joinBlocks(blocks);
}

function runOf(lines: readonly string[], at: number, holds: (line: string) => boolean): number {
  let end = at;
  while (end < lines.length && (lines[end] ?? '').length < 80 && holds(lines[end] ?? '')) end++;
  return end;
}

/** A line to which the next one's first word would have given more than `full` columns was wrapped. */
function endOfParagraph(lines: readonly string[], at: number, full: number): number {
  let end = at + 1;
  while (end < lines.length) {
    const [line = '', next = ''] = [lines[end - 1], lines[end]];
    const fills = line.length + firstWord(next).length + 1 > full;
    if (isQuotation(line) !== isQuotation(next)) break;
    if (!surelyGoesOn(line, next) && !fills && !isQuotation(line)) break;
    if (isCalloutLine(next)) break;
    end++;
  }
  return end;
}

/** A long line with no end, and then a small letter. */
function surelyGoesOn(line: string, next = ''): boolean {
  return (
    line.length >= NARROWEST_WRAP && !/[.?!:;]["”’)]*$/.test(line) && /^["“(]?\p{Ll}/u.test(next)
  );
}

function firstWord(line: string): string {
  return line.split(/\s/, 1)[0] ?? '';
}

function isQuotation(line: string): boolean {
  return line.startsWith('>');
}

function withHardBreaks(lines: readonly string[]): Draft {
  const last = lines.length - 1;
  return draftLines(
    lines.map((line, index) => `${escapeLine(line)}${index < last ? '\\' : ''}`),
    {
      rule: 'import/line-breaks',
      message:
        'These lines look like a dialogue or like named values, so they are kept apart by line breaks.',
      remedy: 'A backslash at the end of a line breaks it; take it away to let the lines run on.'
    }
  );
}
