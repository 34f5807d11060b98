/** The state of one challenge's interface, as plain data; the view draws it and the controller changes it. */

import type { Verdict } from '@lectern/grader';
import type { ChallengeDefinition } from './definition.js';
import type { Progress } from './progress.js';

export interface ChallengeState {
  definition: ChallengeDefinition;
  progress: Progress;
  /** `waiting`: the checker is not ready yet; `checking`: the answer is being run. */
  phase: 'idle' | 'waiting' | 'checking';
  /** The verdict of this visit; after a reload only `progress.last` is known. */
  verdict: Verdict | null;
  /** What the lesson's author needs to know where a check was broken. */
  broken: string | null;
  /** The answer is not the one that the last verdict was about. */
  edited: boolean;
  /** The cell holds nothing but space. */
  empty: boolean;
  /** What the last action has to say, until the next one. */
  note: string | null;
  solutionShown: boolean;
  /** The answer that a reset replaced, while undoing it still makes sense. */
  replaced: string | null;
}

export function initialState(
  definition: ChallengeDefinition,
  progress: Progress,
  current: { edited: boolean; empty: boolean }
): ChallengeState {
  return {
    definition,
    progress,
    phase: 'idle',
    verdict: null,
    broken: null,
    ...current,
    note: null,
    solutionShown: false,
    replaced: null
  };
}
