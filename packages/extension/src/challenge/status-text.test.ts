import { expect, test } from 'vitest';
import type { CheckResult, Verdict, VerdictStatus } from '@lectern/grader';
import type { ChallengeDefinition } from './definition.js';
import { NO_PROGRESS } from './progress.js';
import { initialState, type ChallengeState } from './state.js';
import { statusLine } from './status-text.js';

const definition: ChallengeDefinition = {
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
  grading: null
};

const state = (change: Partial<ChallengeState> = {}): ChallengeState => ({
  ...initialState(definition, NO_PROGRESS, { edited: false, empty: false }),
  ...change
});

const verdict = (status: VerdictStatus, checks: CheckResult['status'][] = []): Verdict => ({
  challenge: 'c1',
  status,
  points: 1,
  score: 0,
  checks: checks.map((check) => ({
    kind: 'behaviour',
    name: 'f',
    text: 'The function f does what is asked for.',
    weight: 1,
    status: check,
    message: ''
  })),
  durationMs: 1
});

test('before any check there is no verdict, and the text says how to get one', () => {
  expect(statusLine(state())).toMatchObject({
    verdict: '',
    text: expect.stringContaining('press Check') as string
  });
});

test('an answer from before the challenge changed is to be checked again, until it is', () => {
  const changed = { ...definition, hasChanged: true };
  expect(statusLine(state({ definition: changed })).headline).toBe('This challenge has changed.');
  const last = { status: 'passed', source: '' } as const;
  const checked = state({ definition: changed, progress: { ...NO_PROGRESS, last } });
  expect(statusLine(checked).headline).toBe('Passed.');
});

test('waiting and checking are both `checking`, in different words', () => {
  const waiting = statusLine(state({ phase: 'waiting' }));
  const checking = statusLine(state({ phase: 'checking' }));
  expect([waiting.verdict, checking.verdict]).toEqual(['checking', 'checking']);
  expect(waiting.headline).toBe('Getting the checker ready…');
  expect(checking.headline).not.toBe(waiting.headline);
});

test.each<VerdictStatus>([
  'passed',
  'failed',
  'error',
  'timed-out',
  'out-of-memory',
  'not-attempted',
  'ungraded',
  'broken-check'
])('%s is named as the verdict, in a sentence with a next step', (status) => {
  const line = statusLine(state({ verdict: verdict(status) }));
  expect(line.verdict).toBe(status);
  expect(line.text).toMatch(/Check|Solution|Read on/);
});

test('a failed answer is told how much of it is right', () => {
  const line = statusLine(state({ verdict: verdict('failed', ['passed', 'failed', 'failed']) }));
  expect(line.text).toContain('1 of 3 checks agrees');
});

test('after an edit the verdict stays, marked as about an earlier answer', () => {
  expect(statusLine(state({ verdict: verdict('passed'), edited: true }))).toEqual({
    verdict: 'passed',
    headline: 'Earlier answer: passed.',
    text: 'You have edited your answer since; press Check to check it again.'
  });
});

test('after a reload the last status is known, without its checks', () => {
  const progress = { ...NO_PROGRESS, last: { status: 'failed' as const, source: 'a' } };
  expect(statusLine(state({ progress }))).toMatchObject({
    verdict: 'failed',
    text: 'Press Check to see what is missing.'
  });
});

test('a broken check is not the learner’s fault', () => {
  const line = statusLine(state({ verdict: verdict('broken-check') }));
  expect(`${line.headline} ${line.text}`).toMatch(/not you.*not about your answer.*reload/);
});

test('a note replaces the next step and keeps the verdict', () => {
  const line = statusLine(state({ verdict: verdict('failed', ['failed']), note: 'Hint 1 of 2.' }));
  expect(line).toEqual({ verdict: 'failed', headline: 'Not there yet.', text: 'Hint 1 of 2.' });
});

test('while checking, a note has no say', () => {
  expect(statusLine(state({ phase: 'checking', note: 'Hint 1 of 2.' })).text).not.toContain('Hint');
});

test('a reset says how to take it back, in the platform’s keys', () => {
  const line = statusLine(state({ replaced: 'x = 1', verdict: verdict('passed') }), '⌘Z');
  expect(line).toMatchObject({ verdict: '', headline: 'Starter restored.' });
  expect(line.text).toContain('⌘Z');
});

test('an empty cell is told of Reset', () => {
  const line = statusLine(state({ verdict: verdict('failed', ['failed']), empty: true }));
  expect(line.text).toContain('Reset');
});
