import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { ChallengeDefinition } from './definition.js';
import { afterVerdict, NO_PROGRESS, readProgress, solutionAccess } from './progress.js';

const definition = (change: Partial<ChallengeDefinition> = {}): ChallengeDefinition => ({
  id: 'c1',
  title: 'One',
  difficulty: null,
  points: 1,
  hints: [],
  solutionPolicy: 'after-pass',
  solution: 'x = 1',
  explanation: null,
  starter: '',
  hasChanged: false,
  grading: null,
  ...change
});

describe('attempts', () => {
  test('each different answer is one', () => {
    const once = afterVerdict(NO_PROGRESS, 'failed', 'a');
    expect(afterVerdict(once, 'failed', 'b').attempts).toBe(2);
  });

  test('the same answer again is not', () => {
    const once = afterVerdict(NO_PROGRESS, 'failed', 'a');
    expect(afterVerdict(once, 'failed', 'a').attempts).toBe(1);
  });

  test('the starter is none, and an attempt at the same text afterwards is one', () => {
    const none = afterVerdict(NO_PROGRESS, 'not-attempted', 'a');
    expect(none.attempts).toBe(0);
    expect(afterVerdict(none, 'failed', 'a').attempts).toBe(1);
  });

  test('a broken check changes nothing', () => {
    const passed = afterVerdict(NO_PROGRESS, 'passed', 'a');
    expect(afterVerdict(passed, 'broken-check', 'b')).toEqual(passed);
  });

  test('once passed, always passed', () => {
    const passed = afterVerdict(NO_PROGRESS, 'passed', 'a');
    expect(afterVerdict(passed, 'failed', 'b')).toMatchObject({ passed: true, attempts: 2 });
  });
});

describe('reading', () => {
  test('gives back what was written', () => {
    const progress = afterVerdict({ ...NO_PROGRESS, hintsShown: 2 }, 'error', 'a');
    expect(readProgress(JSON.parse(JSON.stringify(progress)))).toEqual(progress);
  });

  test('takes anything, and gives something that can be read again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const progress = readProgress(value);
        expect(readProgress(progress)).toEqual(progress);
      })
    );
  });
});

describe('solution', () => {
  const failed = (times: number) =>
    Array.from({ length: times }).reduce<typeof NO_PROGRESS>(
      (progress, _, index) => afterVerdict(progress, 'failed', String(index)),
      NO_PROGRESS
    );
  const passed = afterVerdict(NO_PROGRESS, 'passed', 'a');

  test('after-pass opens on passing, not on attempts', () => {
    expect(solutionAccess(definition(), failed(5)).open).toBe(false);
    expect(solutionAccess(definition(), passed).open).toBe(true);
  });

  test('after-3 counts down, and opens', () => {
    const after3 = definition({ solutionPolicy: 'after-3' });
    expect(solutionAccess(after3, failed(1))).toEqual({
      open: false,
      reason: expect.stringContaining('2 more different attempts') as string
    });
    expect(solutionAccess(after3, failed(2))).toEqual({
      open: false,
      reason: expect.stringContaining('1 more attempt.') as string
    });
    expect(solutionAccess(after3, failed(3)).open).toBe(true);
    expect(solutionAccess(after3, passed).open).toBe(true);
  });

  test('always is open, withheld never is', () => {
    expect(solutionAccess(definition({ solutionPolicy: 'always' }), NO_PROGRESS).open).toBe(true);
    const withheld = definition({ solutionPolicy: 'withheld' });
    expect(solutionAccess(withheld, passed).open).toBe(false);
  });

  test('a solution that is not in the file cannot be opened', () => {
    const missing = definition({ solution: null, solutionPolicy: 'always' });
    expect(solutionAccess(missing, passed).open).toBe(false);
  });
});
