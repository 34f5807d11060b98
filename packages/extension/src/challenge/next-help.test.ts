import { describe, expect, test } from 'vitest';
import type { ChallengeDefinition } from './definition.js';
import { helpOffer, suggestsHint } from './next-help.js';
import { afterHint, afterVerdict, NO_PROGRESS, type Progress } from './progress.js';
import { initialState, type ChallengeState } from './state.js';

const definition: ChallengeDefinition = {
  id: 'c1',
  title: 'One',
  difficulty: null,
  points: 1,
  hints: ['Look.', 'Closer.', 'There.'],
  solutionPolicy: 'after-pass',
  solution: 'x = 1',
  explanation: null,
  starter: '',
  hasChanged: false,
  grading: null
};

const state = (progress: Progress, change: Partial<ChallengeDefinition> = {}): ChallengeState =>
  initialState({ ...definition, ...change }, progress, { edited: false, empty: false });

const failed = (times: number, from = NO_PROGRESS): Progress =>
  Array.from({ length: times }).reduce<Progress>(
    (progress, _, index) => afterVerdict(progress, 'failed', `${progress.attempts}-${index}`),
    from
  );

describe('the offer', () => {
  test('counts the attempts, and names the next hint', () => {
    expect(helpOffer(state(failed(1)), 'failed')).toBe('1 attempt. Hint 1 of 3 is there.');
    expect(helpOffer(state(failed(1, afterHint(failed(1)))), 'error')).toBe(
      '2 attempts. Hint 2 of 3 is there.'
    );
  });

  test('counts down to the solution where attempts open it', () => {
    const offer = (times: number): string | null =>
      helpOffer(state(failed(times), { solutionPolicy: 'after-3', hints: [] }), 'failed');
    expect(offer(1)).toBe('1 attempt. The Solution opens after 2 more different attempts.');
    expect(offer(2)).toBe('2 attempts. The Solution opens after 1 more attempt.');
    expect(offer(3)).toBe('3 attempts. The Solution is open.');
  });

  test('is not made where there is nothing to offer', () => {
    expect(helpOffer(state(failed(1), { hints: [] }), 'failed')).toBeNull();
    expect(helpOffer(state({ ...failed(1), hintsShown: 3 }), 'failed')).toBeNull();
  });

  test.each(['passed', 'not-attempted', 'broken-check', 'ungraded'] as const)(
    'nor after %s',
    (status) => {
      expect(helpOffer(state(failed(2)), status)).toBeNull();
    }
  );
});

describe('the Hint button stands out', () => {
  test('after two failed attempts in a row, until a hint is taken', () => {
    expect(suggestsHint(state(failed(1)))).toBe(false);
    expect(suggestsHint(state(failed(2)))).toBe(true);
    expect(suggestsHint(state(afterHint(failed(2))))).toBe(false);
    expect(suggestsHint(state(failed(2, afterHint(failed(2)))))).toBe(true);
  });

  test('not where a pass came between, nor for the same answer twice', () => {
    const passed = afterVerdict(failed(1), 'passed', 'right');
    expect(suggestsHint(state(failed(1, passed)))).toBe(false);
    const again = afterVerdict(failed(1), 'failed', '0-0');
    expect(suggestsHint(state(again))).toBe(false);
  });

  test('not where no hint is left', () => {
    expect(suggestsHint(state({ ...failed(2), hintsShown: 3 }))).toBe(false);
  });
});
