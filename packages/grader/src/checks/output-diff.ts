/** What was printed beside what was expected, as lines of a diff in which whitespace is seen where it is the difference. */

import { diffArrays } from 'diff';
import type { OutputCheck } from '../grading-data.js';
import type { DiffLine } from '../verdict.js';
import { exact, lines, sameOutput, words, wordsAndNumbers } from './output.js';
import { shorten } from './show-value.js';

type Shown = Extract<OutputCheck, { expected: string }>;

const MOST_LINES = 40;
/** Equal lines that are shown before the first difference. */
const LINES_BEFORE = 5;
const LONGEST_LINE = 300;
/** A comparison takes time that grows with the product of both: of more lines than this, the first. */
const MOST_COMPARED = 200;

/** `undefined` where the mode has no lines to put beside each other, or the lines agree. */
export function outputDiff(
  actual: string,
  check: OutputCheck,
  tolerance: number
): DiffLine[] | undefined {
  if ('sealed' in check) return undefined;
  const diff = visible(capped(rawDiff(actual, check, tolerance), check));
  return diff.every(({ mark }) => mark === ' ') ? undefined : diff;
}

function rawDiff(actual: string, { compare, expected }: Shown, tolerance: number): DiffLine[] {
  switch (compare) {
    case 'lines':
      return sequenceDiff(lines(expected).split('\n'), lines(actual).split('\n'), equal);
    case 'exact':
      return sequenceDiff(exact(expected).split('\n'), exact(actual).split('\n'), equal);
    case 'unordered':
      return unorderedDiff(lines(expected).split('\n'), lines(actual).split('\n'));
    case 'tokens':
      return layoutDiff(expected, actual, words, equal);
    case 'numbers':
      return layoutDiff(
        expected,
        actual,
        wordsAndNumbers,
        (left, right) => left === right || sameOutput(right, { compare, expected: left }, tolerance)
      );
    case 'contains':
    case 'regex':
      return [];
  }
}

type Same = (expected: string, actual: string) => boolean;

function equal(expected: string, actual: string): boolean {
  return expected === actual;
}

/**
 * Of modes in which whitespace does not count: line by line where the lines correspond, otherwise in stretches of
 * words.
 */
function layoutDiff(
  expected: string,
  actual: string,
  split: (text: string) => string[],
  same: Same
): DiffLine[] {
  const byLine = (text: string): string[] =>
    lines(text)
      .split('\n')
      .map((line) => words(line).join(' '));
  const [want, got] = [byLine(expected), byLine(actual)];
  if (want.length === got.length) return sequenceDiff(want, got, same);
  const stretches: DiffLine[] = [];
  for (const { mark, text } of sequenceDiff(split(expected), split(actual), same)) {
    const last = stretches.at(-1);
    if (last?.mark === mark && last.text.length < LONGEST_LINE / 4) last.text += ` ${text}`;
    else stretches.push({ mark, text });
  }
  return stretches;
}

function sequenceDiff(expected: string[], actual: string[], same: Same): DiffLine[] {
  let common = 0;
  while (
    common < Math.min(expected.length, actual.length) &&
    same(expected[common] as string, actual[common] as string)
  ) {
    common++;
  }
  const from = Math.max(0, common - LINES_BEFORE);
  const window = (items: string[]): string[] => items.slice(from, from + MOST_COMPARED);
  return diffArrays(window(expected), window(actual), { comparator: same }).flatMap(
    ({ value, added, removed }) =>
      value.map((text): DiffLine => ({ mark: added ? '+' : removed ? '-' : ' ', text }))
  );
}

/** What was printed, in its order, then what is missing. */
function unorderedDiff(expected: string[], actual: string[]): DiffLine[] {
  const missing = new Map<string, number>();
  for (const line of expected) missing.set(line, (missing.get(line) ?? 0) + 1);
  const printed = actual.map((text): DiffLine => {
    const left = missing.get(text) ?? 0;
    missing.set(text, left - 1);
    return { mark: left > 0 ? ' ' : '+', text };
  });
  const absent = expected.filter((line) => {
    const left = missing.get(line) ?? 0;
    missing.set(line, left - 1);
    return left > 0;
  });
  return [...printed, ...absent.map((text): DiffLine => ({ mark: '-', text }))];
}

/** The lines around the first difference; in any order, those that differ come first to where they are seen. */
function capped(diff: DiffLine[], { compare }: Shown): DiffLine[] {
  if (diff.length <= MOST_LINES) return diff;
  if (compare === 'unordered') {
    const different = diff.filter(({ mark }) => mark !== ' ');
    return cut(different);
  }
  const first = diff.findIndex(({ mark }) => mark !== ' ');
  return cut(diff.slice(Math.max(0, first - LINES_BEFORE)));
}

function cut(diff: DiffLine[]): DiffLine[] {
  if (diff.length <= MOST_LINES) return diff;
  return [...diff.slice(0, MOST_LINES - 1), { mark: ' ', text: '…' }];
}

/** Lines that differ in nothing but whitespace show it: `·` a space, `→` a tab, `¶` an empty line. */
function visible(diff: DiffLine[]): DiffLine[] {
  const shown = diff.map((line) => ({ ...line, text: shorten(line.text, LONGEST_LINE) }));
  for (const [left, right] of pairs(diff)) {
    for (const index of [left, right]) {
      const line = index === null ? undefined : shown[index];
      if (line !== undefined && onlySpaceDiffers(diff, left, right))
        line.text = withMarks(line.text);
    }
  }
  return shown;
}

/** Each run of lost lines beside the run of added ones that follows it. */
function pairs(diff: DiffLine[]): [lost: number | null, added: number | null][] {
  const found: [number | null, number | null][] = [];
  let at = 0;
  while (at < diff.length) {
    const lost = run(diff, at, '-');
    const added = run(diff, at + lost, '+');
    for (let index = 0; index < Math.max(lost, added); index++) {
      found.push([index < lost ? at + index : null, index < added ? at + lost + index : null]);
    }
    at += lost + added || 1;
  }
  return found;
}

function run(diff: DiffLine[], from: number, mark: DiffLine['mark']): number {
  let length = 0;
  while (diff[from + length]?.mark === mark) length++;
  return length;
}

function onlySpaceDiffers(diff: DiffLine[], lost: number | null, added: number | null): boolean {
  const bare = (index: number | null): string =>
    index === null ? '' : (diff[index]?.text ?? '').replace(/\s+/gu, '');
  return bare(lost) === bare(added);
}

function withMarks(text: string): string {
  if (text === '') return '¶';
  return text.replaceAll(' ', '·').replaceAll('\t', '→').replaceAll('\u00A0', '⍽');
}
