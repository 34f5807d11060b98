/** One sentence on the first difference between what was printed and what is expected, whitespace made visible. */

import type { OutputCheck } from '../grading-data.js';
import type { Say } from '../messages/messages.js';
import { exact, lines, sameOutput, words, wordsAndNumbers } from './output.js';
import { quoted, shorten } from './show-value.js';

type Shown = Extract<OutputCheck, { expected: string }>;

export function explainOutput(
  actual: string,
  check: OutputCheck,
  tolerance: number,
  say: Say
): string {
  if (actual.trim() === '') return say('output.nothing');
  if ('sealed' in check) return say('output.sealed');
  switch (check.compare) {
    case 'contains':
      return explainAbsence(actual, check.expected, say);
    case 'regex':
      return say('output.no-match');
    case 'unordered':
      return explainUnordered(actual, check.expected, say);
    default:
      return explainFirst(actual, check, tolerance, say);
  }
}

function explainAbsence(actual: string, expected: string, say: Say): string {
  const want = lines(expected).split('\n');
  if (want.length === 1) return say('output.not-contained');
  const got = new Set(lines(actual).split('\n'));
  const missing = want.find((line) => !got.has(line));
  return missing === undefined
    ? say('output.lines-not-adjacent')
    : say('output.lines-not-contained', { expected: cited(missing) });
}

function explainUnordered(actual: string, expected: string, say: Say): string {
  const left = lines(actual).split('\n');
  for (const line of lines(expected).split('\n')) {
    const at = left.indexOf(line);
    if (at < 0) return say('output.line-absent', { expected: cited(line) });
    left.splice(at, 1);
  }
  return say('output.line-not-expected', { actual: cited(left[0] ?? '') });
}

/** Line by line, or, where only words count and the lines do not correspond, word by word. */
function explainFirst(actual: string, check: Shown, tolerance: number, say: Say): string {
  const { compare, expected } = check;
  const whole = compare === 'exact' ? exact : lines;
  const [got, want] = [whole(actual).split('\n'), whole(expected).split('\n')];
  const same = (left: string, right: string): boolean =>
    sameOutput(left, { compare, expected: right }, tolerance);
  const isFlowing = compare === 'tokens' || compare === 'numbers';
  if (isFlowing && got.length !== want.length) {
    const split = compare === 'tokens' ? words : wordsAndNumbers;
    return explainWord(split(actual), split(expected), same, say);
  }
  const { at, gotItem, wantItem } = firstDifference(got, want, same);
  const line = at + 1;
  if (gotItem === undefined)
    return say('output.line-missing', { line, expected: cited(wantItem ?? '') });
  if (wantItem === undefined) return say('output.line-surplus', { line, actual: cited(gotItem) });
  const values = { line, ...citedPair(gotItem, wantItem) };
  if (bare(gotItem) === bare(wantItem)) return say('output.line-spaces', values);
  if (gotItem.toLowerCase() === wantItem.toLowerCase()) return say('output.line-case', values);
  return say('output.line-differs', values);
}

function explainWord(
  got: string[],
  want: string[],
  same: (left: string, right: string) => boolean,
  say: Say
): string {
  const { at, gotItem, wantItem } = firstDifference(got, want, same);
  const word = at + 1;
  if (gotItem === undefined)
    return say('output.word-missing', { word, expected: cited(wantItem ?? '') });
  if (wantItem === undefined) return say('output.word-surplus', { word, actual: cited(gotItem) });
  return say('output.word-differs', { word, ...citedPair(gotItem, wantItem) });
}

interface Difference {
  at: number;
  gotItem: string | undefined;
  wantItem: string | undefined;
}

/** As the check itself compares: a last digit within the tolerance is no difference. */
function firstDifference(
  got: string[],
  want: string[],
  same: (left: string, right: string) => boolean
): Difference {
  const index = want.findIndex((item, at) => {
    const other = got[at];
    return other === undefined || !same(other, item);
  });
  const at = index >= 0 ? index : want.length;
  return { at, gotItem: got[at], wantItem: want[at] };
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

const LONGEST_CITED = 120;

function cited(text: string): string {
  return quoted(shorten(text, LONGEST_CITED));
}

/** Two long texts are cited from where they begin to differ. */
function citedPair(actual: string, expected: string): { actual: string; expected: string } {
  let common = 0;
  while (common < Math.min(actual.length, expected.length) && actual[common] === expected[common]) {
    common++;
  }
  const from = Math.max(0, common - LONGEST_CITED / 2);
  const part = (text: string): string => cited(from === 0 ? text : `…${text.slice(from)}`);
  return common < LONGEST_CITED * 0.75
    ? { actual: cited(actual), expected: cited(expected) }
    : { actual: part(actual), expected: part(expected) };
}
