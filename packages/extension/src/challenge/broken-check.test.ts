import { describe, expect, test } from 'vitest';
import type { CheckResult } from '@lectern/grader';
import { brokenCheck, brokenDetails, lessonName } from './broken-check.js';
import type { ChallengeDefinition } from './definition.js';
import { afterVerdict, NO_PROGRESS } from './progress.js';

const definition: ChallengeDefinition = {
  id: 'c1',
  title: 'One',
  difficulty: null,
  points: 2,
  hints: [],
  solutionPolicy: 'after-pass',
  solution: null,
  explanation: null,
  starter: '',
  hasChanged: false,
  grading: null
};
const lesson = { id: 'taste-01', version: 'abc' };

describe('where nothing could be judged', () => {
  const verdict = brokenCheck(definition, new Error('snapshot.bin.gz could not be loaded (404).'));

  test('no point is had, and no attempt is counted', () => {
    expect(verdict).toMatchObject({ status: 'broken-check', points: 2, score: 0 });
    expect(afterVerdict(NO_PROGRESS, verdict.status, 'a')).toEqual(NO_PROGRESS);
  });

  test('the author learns which challenge, which lesson, and why', () => {
    expect(brokenDetails(verdict, lesson)).toBe(
      'challenge: c1\nlesson: taste-01, version abc\nsnapshot.bin.gz could not be loaded (404).'
    );
  });
});

test('one broken check among others is named', () => {
  const check = (change: Partial<CheckResult>): CheckResult => ({
    kind: 'test',
    name: 'test_a',
    text: 'A.',
    weight: 1,
    status: 'passed',
    message: '',
    ...change
  });
  const broken = check({
    name: 'test_b',
    status: 'broken-check',
    message: 'No.',
    instructor: 'KeyError'
  });
  const verdict = { ...brokenCheck(definition, ''), checks: [check({}), broken] };
  expect(brokenDetails(verdict, null)).toBe(
    'challenge: c1\nlesson: unknown\ntest_b: No.\nKeyError'
  );
  expect(brokenDetails({ ...verdict, checks: [check({})] }, lesson)).toBeNull();
});

test.each([
  [{ lesson: { id: 'a', version: '1' } }, { id: 'a', version: '1' }],
  [{ lesson: { id: 'a' } }, { id: 'a', version: 'unknown' }],
  [{ lesson: 'a' }, null],
  [undefined, null]
])('%j names its lesson', (metadata, name) => {
  expect(lessonName(metadata)).toEqual(name);
});
