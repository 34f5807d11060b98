/** The output check: does the finished cell print what was asked for? */

import type { CompareMode } from '@lectern/lesson';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { OutputCheck } from '../grading-data.js';
import { quoted, shorten } from './show-value.js';

export function sameOutput(actual: string, check: OutputCheck, tolerance: number): boolean {
  if ('sealed' in check) {
    return sealedHash(actual, check.compare, check.sealed.salt) === check.sealed.sha256;
  }
  return MODES[check.compare](actual, check.expected, tolerance);
}

/** The salted hash that stands for a sealed expected output. Only the modes that normalise a text have one. */
export function sealedHash(text: string, mode: CompareMode, salt: string): string {
  const normalised = NORMALISED[mode]?.(text) ?? text;
  return bytesToHex(sha256(utf8ToBytes(`${salt}\n${normalised}`)));
}

const MODES: Record<CompareMode, (actual: string, expected: string, tolerance: number) => boolean> =
  {
    lines: (actual, expected) => lines(actual) === lines(expected),
    exact: (actual, expected) => newlines(actual) === newlines(expected),
    tokens: (actual, expected) => tokens(actual) === tokens(expected),
    unordered: (actual, expected) => unordered(actual) === unordered(expected),
    contains: (actual, expected) => lines(actual).includes(lines(expected)),
    regex: (actual, expected) => {
      try {
        return new RegExp(lines(expected), 'su').test(lines(actual));
      } catch {
        return false; // an author's mistake: the solution does not match either, and the check is dropped
      }
    },
    numbers: (actual, expected, tolerance) => sameNumbers(actual, expected, tolerance)
  };

const NORMALISED: Partial<Record<CompareMode, (text: string) => string>> = {
  lines,
  exact: newlines,
  tokens,
  unordered
};

function newlines(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

/** Line ends, trailing space and trailing blank lines do not count, everything else does. */
function lines(text: string): string {
  return newlines(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}

function tokens(text: string): string {
  return text.split(/\s+/u).filter(Boolean).join(' ');
}

function unordered(text: string): string {
  return lines(text).split('\n').sort().join('\n');
}

const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/gu;

/** The text between numbers must agree as tokens do, and the numbers within the tolerance. */
function sameNumbers(actual: string, expected: string, tolerance: number): boolean {
  const between = (text: string): string => tokens(text.replace(NUMBER, ' 0 '));
  const numbers = (text: string): number[] => (text.match(NUMBER) ?? []).map(Number);
  if (between(actual) !== between(expected)) return false;
  const wanted = numbers(expected);
  return numbers(actual).every((number, index) => {
    const target = wanted[index] ?? NaN;
    return Math.abs(number - target) <= tolerance * Math.max(1, Math.abs(target));
  });
}

/** One sentence on the first line that differs, whitespace made visible. */
export function explainOutput(actual: string, check: OutputCheck, tolerance: number): string {
  if (actual.trim() === '') return 'Your code printed nothing. Print the answer with print(…).';
  if ('sealed' in check) return 'Your code printed something else than what is asked for.';
  if (check.compare === 'contains') return 'The expected text is not in what your code printed.';
  if (check.compare === 'regex') return 'What your code printed does not have the expected form.';
  const got = lines(actual).split('\n');
  const want = lines(check.expected).split('\n');
  // Line by line as the check itself compares: a last digit within the tolerance is no difference.
  const index = want.findIndex((line, at) => {
    const other = got[at];
    return other === undefined || !MODES[check.compare](other, line, tolerance);
  });
  const at = index >= 0 ? index : want.length;
  const [gotLine, wantLine] = [got[at], want[at]];
  if (check.compare === 'unordered') {
    const missing = want.find((line) => !got.includes(line));
    return missing === undefined
      ? 'Your code printed more lines than expected.'
      : `The line ${quoted(shorten(missing, 120))} is missing from what your code printed.`;
  }
  if (gotLine === undefined) {
    return `Line ${at + 1} is missing: expected ${quoted(shorten(wantLine ?? '', 120))}.`;
  }
  if (wantLine === undefined) {
    return `Line ${at + 1} is one too many: ${quoted(shorten(gotLine, 120))}.`;
  }
  return `Line ${at + 1} is ${quoted(shorten(gotLine, 120))}, expected ${quoted(shorten(wantLine, 120))}.`;
}
