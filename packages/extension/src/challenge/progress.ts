/** What a learner has done with one challenge; kept in the cell as `metadata.lectern.progress`. */

import type { VerdictStatus } from '@lectern/grader';
import type { ChallengeDefinition } from './definition.js';

export interface Progress {
  /** How many different answers were checked. */
  attempts: number;
  hintsShown: number;
  /** Attempts that failed one after another, since the last that passed or the last hint. */
  failures: number;
  /** Whether any answer has passed, whatever came after it. */
  passed: boolean;
  last: { status: VerdictStatus; source: string } | null;
}

export const NO_PROGRESS: Progress = {
  attempts: 0,
  hintsShown: 0,
  failures: 0,
  passed: false,
  last: null
};

const REMEMBERED: readonly string[] = [
  'passed',
  'failed',
  'error',
  'timed-out',
  'out-of-memory',
  'not-attempted',
  'ungraded'
];
export const FAILURES: readonly string[] = ['failed', 'error', 'timed-out', 'out-of-memory'];
/** An answer that was never tried, or that the checker could not judge, is not an attempt. */
const ATTEMPTS: readonly string[] = ['passed', ...FAILURES];

/** Reads `metadata.lectern.progress`; what does not make sense counts as not there. */
export function readProgress(value: unknown): Progress {
  if (typeof value !== 'object' || value === null) return NO_PROGRESS;
  const { attempts, hintsShown, failures, passed, last } = value as Record<string, unknown>;
  return {
    attempts: count(attempts),
    hintsShown: count(hintsShown),
    failures: count(failures),
    passed: passed === true,
    last: readLast(last)
  };
}

/** `source` is the fingerprint of the answer that was checked. */
export function afterVerdict(progress: Progress, status: VerdictStatus, source: string): Progress {
  if (!REMEMBERED.includes(status)) return progress;
  const again = progress.last?.source === source && ATTEMPTS.includes(progress.last.status);
  const failed = FAILURES.includes(status) && !again ? 1 : 0;
  return {
    ...progress,
    attempts: progress.attempts + (ATTEMPTS.includes(status) && !again ? 1 : 0),
    failures: status === 'passed' ? 0 : progress.failures + failed,
    passed: progress.passed || status === 'passed',
    last: { status, source }
  };
}

export function afterHint(progress: Progress): Progress {
  return { ...progress, hintsShown: progress.hintsShown + 1, failures: 0 };
}

export type SolutionAccess = { open: true } | { open: false; reason: string };

/** Whether the learner may see the solution now, and otherwise when. */
export function solutionAccess(
  definition: ChallengeDefinition,
  progress: Progress
): SolutionAccess {
  if (definition.solutionPolicy === 'withheld' || definition.solution === null) {
    return { open: false, reason: 'The solution of this challenge is not in the notebook.' };
  }
  // Nobody can pass what nothing checks.
  const unlocked = progress.passed || !!definition.grading?.ungraded;
  if (unlocked || definition.solutionPolicy === 'always') return { open: true };
  if (definition.solutionPolicy === 'after-pass') {
    return { open: false, reason: 'The solution opens when your answer passes.' };
  }
  const left = attemptsLeft(progress);
  if (left === null) return { open: true };
  return {
    open: false,
    reason: `The solution opens when your answer passes, or after ${left}.`
  };
}

/** `2 more different attempts`, until `after-3` opens the solution; `null` when it has. */
export function attemptsLeft({ attempts }: Progress): string | null {
  const left = 3 - attempts;
  if (left <= 0) return null;
  return left === 1 ? '1 more attempt' : `${left} more different attempts`;
}

function readLast(value: unknown): Progress['last'] {
  if (typeof value !== 'object' || value === null) return null;
  const { status, source } = value as Record<string, unknown>;
  if (typeof source !== 'string' || !REMEMBERED.includes(status as string)) return null;
  return { status: status as VerdictStatus, source };
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 0;
}
