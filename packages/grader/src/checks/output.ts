/** The output check: the ways in which an output can be compared with what is expected (`compare`). */

import type { CompareMode } from '@lectern/lesson';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { OutputCheck } from '../grading-data.js';

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
    exact: (actual, expected) => exact(actual) === exact(expected),
    tokens: (actual, expected) => tokens(actual) === tokens(expected),
    unordered: (actual, expected) => unordered(actual) === unordered(expected),
    contains: (actual, expected) => lines(actual).includes(lines(expected)),
    regex: (actual, expected) => matchesPattern(lines(actual), lines(expected)),
    numbers: (actual, expected, tolerance) => sameNumbers(actual, expected, tolerance)
  };

const NORMALISED: Partial<Record<CompareMode, (text: string) => string>> = {
  lines,
  exact,
  tokens,
  unordered
};

function newlines(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

/** Everything counts but how lines end, and the end of the last one: a fence in a lesson cannot say whether it is there. */
export function exact(text: string): string {
  return newlines(text).replace(/\n$/, '');
}

/** Line ends, trailing space and trailing blank lines do not count, everything else does. */
export function lines(text: string): string {
  return newlines(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}

function tokens(text: string): string {
  return words(text).join(' ');
}

export function words(text: string): string[] {
  return text.split(/\s+/u).filter(Boolean);
}

function unordered(text: string): string {
  return lines(text).split('\n').sort().join('\n');
}

/**
 * Patterns that need time which doubles with each character are not used (`challenge/unusable-pattern`); of others
 * this bounds what a hostile output can make of them, since nothing can stop a comparison once it runs.
 */
const LONGEST_FOR_PATTERNS = 2_000;

function matchesPattern(text: string, pattern: string): boolean {
  if (text.length > LONGEST_FOR_PATTERNS) return false;
  try {
    return new RegExp(pattern, 'su').test(text);
  } catch {
    return false; // the file was changed after it was built: the lesson's parser lets no such pattern through
  }
}

/**
 * `3`, `-0.5`, `1e3`; with a hyphen or a minus sign. What a letter, digit or underscore stands before is part of a
 * name (`x1`) or of another number (the 4 of `3-4` is not negative, `1.2.3` is no number after 1.2).
 */
const NUMBER = /(?<![\p{L}\p{N}_.])(?:[-+−](?=[\d.]))?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/gu;

/** The words of a text, each number one of its own. */
export function wordsAndNumbers(text: string): string[] {
  return words(text.replace(NUMBER, ' $& '));
}

/** The text between numbers must agree as tokens do, and the numbers within the tolerance. */
function sameNumbers(actual: string, expected: string, tolerance: number): boolean {
  const between = (text: string): string => tokens(text.replace(NUMBER, ' 0 '));
  const numbers = (text: string): string[] => text.match(NUMBER) ?? [];
  if (between(actual) !== between(expected)) return false;
  const wanted = numbers(expected);
  return numbers(actual).every((number, index) =>
    sameNumber(number, wanted[index] ?? '', tolerance)
  );
}

/** As values are compared: two whole numbers (numpy writes `3.`) must be equal; others within the tolerance. */
function sameNumber(actual: string, expected: string, tolerance: number): boolean {
  const [left, right] = [actual, expected].map((text) => text.replace('−', '-')) as [
    string,
    string
  ];
  if (isWhole(left) && isWhole(right)) return whole(left) === whole(right);
  const [number, target] = [Number(left), Number(right)];
  return (
    number === target || Math.abs(number - target) <= tolerance * Math.max(1, Math.abs(target))
  );
}

function isWhole(text: string): boolean {
  return /^[-+]?\d+\.?$/.test(text);
}

function whole(text: string): bigint {
  return BigInt(text.replace(/^\+|\.$/g, ''));
}
