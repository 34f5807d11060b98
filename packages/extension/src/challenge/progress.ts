/** What a learner has done with one challenge; kept in the cell as `metadata.lectern.progress`. */

import type { VerdictStatus } from '@lectern/grader';
import type { ChallengeDefinition } from './definition.js';

export interface Progress {
  /** How many different answers were checked. */
  attempts: number;
  hintsShown: number;
  /** Whether any answer has passed, whatever came after it. */
  passed: boolean;
  last: { status: VerdictStatus; source: string } | null;
}

export const NO_PROGRESS: Progress = { attempts: 0, hintsShown: 0, passed: false, last: null };

const REMEMBERED: readonly string[] = [
  'passed',
  'failed',
  'error',
  'timed-out',
  'out-of-memory',
  'not-attempted',
  'ungraded'
];
/** An answer that was never tried, or that the checker could not judge, is not an attempt. */
const ATTEMPTS: readonly string[] = ['passed', 'failed', 'error', 'timed-out', 'out-of-memory'];

/** Reads `metadata.lectern.progress`; what does not make sense counts as not there. */
export function readProgress(value: unknown): Progress {
  if (typeof value !== 'object' || value === null) return NO_PROGRESS;
  const { attempts, hintsShown, passed, last } = value as Record<string, unknown>;
  return {
    attempts: count(attempts),
    hintsShown: count(hintsShown),
    passed: passed === true,
    last: readLast(last)
  };
}

/** `source` is the fingerprint of the answer that was checked. */
export function afterVerdict(progress: Progress, status: VerdictStatus, source: string): Progress {
  if (!REMEMBERED.includes(status)) return progress;
  const again = progress.last?.source === source && ATTEMPTS.includes(progress.last.status);
  return {
    ...progress,
    attempts: progress.attempts + (ATTEMPTS.includes(status) && !again ? 1 : 0),
    passed: progress.passed || status === 'passed',
    last: { status, source }
  };
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
  const left = 3 - progress.attempts;
  if (left <= 0) return { open: true };
  return {
    open: false,
    reason: `The solution opens when your answer passes, or after ${left} more ${left === 1 ? 'attempt' : 'different attempts'}.`
  };
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
