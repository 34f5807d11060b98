/** The list of `- key: value` under a challenge's title. Values are raw text, not Markdown. */

import type { CompareMode, Difficulty, Range, SolutionPolicy } from './lesson.js';
import type { MarkdownBlock } from './markdown.js';
import { nearest } from './nearest.js';
import type { Problems } from './problems.js';
import { DIFFICULTIES, oneOf, SOLUTION_POLICIES } from './schema.js';
import type { SourceText } from './source-text.js';

export interface ChallengeKeys {
  id: string;
  language: string;
  difficulty: Difficulty;
  points: number;
  timeLimitSeconds: number;
  memoryLimitMB: number;
  tolerance: number;
  compare: CompareMode;
  behaviour: 'on' | 'off';
  forbid: string[];
  require: string[];
  solution: SolutionPolicy;
}

export const COMPARE_MODES = [
  'lines',
  'exact',
  'tokens',
  'contains',
  'regex',
  'numbers',
  'unordered'
] as const satisfies readonly CompareMode[];

interface Kind<T> {
  /** `undefined`: not a value of this kind. */
  read: (raw: string) => T | undefined;
  expects: string;
}

const KEYS: { [K in keyof ChallengeKeys]: Kind<ChallengeKeys[K]> } = {
  id: { read: (raw) => raw, expects: 'a text' },
  language: { read: (raw) => raw.toLowerCase(), expects: 'the name of a language' },
  difficulty: choice(DIFFICULTIES),
  points: number((value) => value >= 0, 'a number, 0 or greater'),
  timeLimitSeconds: number((value) => value > 0, 'a number greater than 0'),
  memoryLimitMB: number((value) => value > 0, 'a number greater than 0'),
  tolerance: number((value) => value >= 0, 'a number, 0 or greater'),
  compare: choice(COMPARE_MODES),
  behaviour: choice(['on', 'off']),
  forbid: list(),
  require: list(),
  solution: choice(SOLUTION_POLICIES)
};

const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+([A-Za-z][\w-]*)\s*:(?:\s+(.*))?$/s;

export interface KeyList {
  keys: Partial<ChallengeKeys>;
  /** Where each key stands that has a value. */
  ranges: Partial<Record<keyof ChallengeKeys, Range>>;
  /** The lines of the list; `null` where there is none. */
  list: { first: number; last: number } | null;
}

/** `intro` is what stands between the title and the first part. */
export function readKeyList(
  source: SourceText,
  intro: MarkdownBlock[],
  problems: Problems
): KeyList {
  const block = intro.find(({ node }) => node.type === 'list');
  if (block?.node.type !== 'list') return { keys: {}, ranges: {}, list: null };
  const offset = block.first - (block.node.position?.start.line ?? 1);
  const items = block.node.children.map((item) => {
    const first = (item.position?.start.line ?? 1) + offset;
    const last = (item.position?.end.line ?? 1) + offset;
    const match = ITEM.exec(
      source
        .linesText(first, last)
        .split('\n')
        .map((line, index) => (index === 0 ? line.trimEnd() : line.trim()))
        .join(' ')
        .trimEnd()
    );
    return { first, last, key: match?.[1], value: (match?.[2] ?? '').trim() };
  });
  // A task may begin with a list of its own.
  const isKeyList = items.some(({ key }) => key !== undefined && Object.hasOwn(KEYS, key));
  const isFirst = block === intro[0] && items.every(({ key }) => key !== undefined);
  if (!isKeyList && !isFirst) return { keys: {}, ranges: {}, list: null };

  const keys: Partial<ChallengeKeys> = {};
  const ranges: KeyList['ranges'] = {};
  for (const { key, value, first, last } of items) {
    const range = source.lineRange(first, last);
    if (key === undefined || !Object.hasOwn(KEYS, key)) {
      reportUnknown(key, range, problems);
    } else if (Object.hasOwn(keys, key)) {
      problems.report(
        'challenge/duplicate-key',
        range,
        `\`${key}\` stands twice; the first value counts.`,
        'Remove one of the two.'
      );
    } else {
      const kind = KEYS[key as keyof ChallengeKeys];
      const read = value === '' ? undefined : kind.read(value);
      if (read !== undefined) {
        Object.assign(keys, { [key]: read });
        ranges[key as keyof ChallengeKeys] = range;
        continue;
      }
      problems.report(
        'challenge/invalid-value',
        range,
        `\`${key}\` must be ${kind.expects}.`,
        'Correct it, or remove the line to take the default.'
      );
    }
  }
  return { keys, ranges, list: { first: block.first, last: block.last } };
}

function reportUnknown(key: string | undefined, range: Range, problems: Problems): void {
  const guess = key === undefined ? null : nearest(key, Object.keys(KEYS));
  problems.report(
    'challenge/unknown-key',
    range,
    key === undefined
      ? 'This is not a key and a value, but it stands in the list of keys.'
      : `\`${key}\` is not a key of a challenge.`,
    guess === null
      ? 'Write `- key: value`; a list that belongs to the task goes after a paragraph of the task.'
      : `Did you mean \`${guess}\`?`
  );
}

function choice<const T extends string>(values: readonly T[]): Kind<T> {
  return {
    read: (raw) => values.find((value) => value === raw.toLowerCase()),
    expects: oneOf(values)
  };
}

function number(fits: (value: number) => boolean, expects: string): Kind<number> {
  return {
    read: (raw) => {
      const value = Number(raw);
      return Number.isFinite(value) && fits(value) ? value : undefined;
    },
    expects
  };
}

function list(): Kind<string[]> {
  return {
    read: (raw) => {
      const items = raw.split(',').map((item) => item.trim());
      return items.filter((item) => item !== '');
    },
    expects: 'names, separated by commas'
  };
}
