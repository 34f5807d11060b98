import { describe, expect, test } from 'vitest';
import type { CheckResult, GradingData, Verdict } from '@lectern/grader';
import { findings, pointsText, tally } from './findings.js';

const behaviour = (name: string): GradingData['behaviour'][number] => ({ name, calls: [] });
const grading: GradingData = {
  format: 2,
  challenge: 'c1',
  points: 3,
  timeLimitSeconds: 10,
  memoryLimitMB: 512,
  tolerance: 1e-6,
  setup: null,
  stdin: null,
  starter: '',
  ungraded: null,
  tests: null,
  output: { compare: 'lines', expected: '1' },
  behaviour: [behaviour('f'), behaviour('g')],
  forbid: [],
  require: []
};

const check = (change: Partial<CheckResult>): CheckResult => ({
  kind: 'behaviour',
  name: 'f',
  text: 'Does it.',
  weight: 1,
  status: 'passed',
  message: 'It does.',
  ...change
});

const verdict = (checks: CheckResult[], change: Partial<Verdict> = {}): Verdict => ({
  challenge: 'c1',
  status: 'failed',
  points: 3,
  score: 2,
  checks,
  durationMs: 1,
  ...change
});

const statuses = (checks: CheckResult[]): unknown[] =>
  findings(grading, verdict(checks)).items.map(({ status }) => status);

describe('what is shown', () => {
  test('before any check: everything that is asked for, and nothing found', () => {
    const { ending, items } = findings(grading, null);
    expect(ending).toBeNull();
    expect(items.map(({ requirement }) => requirement.name)).toEqual(['output', 'f', 'g']);
    expect(tally({ ending, items })).toBe('3');
    expect(items.every(({ status, finding }) => status === null && finding === null)).toBe(true);
  });

  test('of a challenge that nothing checks: nothing', () => {
    expect(findings({ ...grading, ungraded: 'No checks.' }, null).items).toEqual([]);
    expect(findings(null, null).items).toEqual([]);
  });

  test('after a check: each with what it found', () => {
    const failed = check({ name: 'g', status: 'failed', message: 'It does not.' });
    const { items } = findings(grading, verdict([check({}), failed]));
    expect(items.map(({ status }) => status)).toEqual(['passed', 'failed']);
    expect(items[1]?.finding).toBe(failed);
    expect(tally(findings(grading, verdict([check({}), failed])))).toBe('1 of 2 passed');
  });
});

describe('a program that ended early', () => {
  const ended = (name: string): CheckResult =>
    check({ name, status: 'error', message: 'Stopped.', line: 2 });

  test('says so once', () => {
    const { ending, items } = findings(grading, verdict([ended('f'), ended('g')]));
    expect(ending).toMatchObject({ message: 'Stopped.', line: 2 });
    expect(items.map(({ status, finding }) => [status, finding])).toEqual([
      [null, null],
      [null, null]
    ]);
  });

  test('beside a rule that holds without running', () => {
    const rule = check({ kind: 'syntax', name: 'forbid eval', weight: 0 });
    const { ending, items } = findings(grading, verdict([rule, ended('f')]));
    expect(ending).not.toBeNull();
    expect(items.map(({ status }) => status)).toEqual(['passed', null]);
  });

  test('is not a call that ended early among others', () => {
    const late = check({ name: 'g', status: 'timed-out', message: 'g(3) did not finish.' });
    const { ending, items } = findings(grading, verdict([check({}), late]));
    expect(ending).toBeNull();
    expect(items[1]?.finding).toBe(late);
  });
});

test('a broken check says nothing about the answer', () => {
  expect(statuses([check({}), check({ status: 'broken-check', message: 'Boom.' })])).toEqual([
    'passed',
    null
  ]);
});

describe('points', () => {
  test.each([
    [2, 3, '2 of 3 points'],
    [4 / 3, 3, '1.33 of 3 points'],
    [0, 1, '0 of 1 point']
  ])('%f of %i', (score, points, text) => {
    expect(pointsText(verdict([check({})], { score, points }))).toBe(text);
  });

  test.each([
    ['there are none', { points: 0 }],
    ['the checker failed', { status: 'broken-check' as const }],
    ['nothing was checked', { checks: [] }]
  ])('none where %s', (_, change) => {
    expect(pointsText(verdict([check({})], change))).toBeNull();
  });
});
