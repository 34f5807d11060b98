/** What help there is after attempts that failed: offered in words, and shown only when it is asked for. */

import type { VerdictStatus } from '@lectern/grader';
import { attemptsLeft, FAILURES } from './progress.js';
import type { ChallengeState } from './state.js';

/** Failed attempts in a row after which the Hint button stands out. */
const PATIENCE = 2;

/** `2 attempts. Hint 1 of 3 is there.`; nothing before the first failed attempt, and where there is no help. */
export function helpOffer(state: ChallengeState, status: VerdictStatus): string | null {
  const { attempts } = state.progress;
  if (!FAILURES.includes(status) || attempts === 0) return null;
  const offers = [hintOffer(state), solutionOffer(state)].filter((offer) => offer !== null);
  if (offers.length === 0) return null;
  return [`${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}.`, ...offers].join(' ');
}

function hintOffer({ definition, progress }: ChallengeState): string | null {
  const total = definition.hints.length;
  return progress.hintsShown < total
    ? `Hint ${progress.hintsShown + 1} of ${total} is there.`
    : null;
}

/** Only where attempts open it, and counting down to it. */
function solutionOffer({ definition, progress }: ChallengeState): string | null {
  if (definition.solutionPolicy !== 'after-3' || definition.solution === null) return null;
  const left = attemptsLeft(progress);
  return left === null ? 'The Solution is open.' : `The Solution opens after ${left}.`;
}

export function suggestsHint({ definition, progress }: ChallengeState): boolean {
  return progress.failures >= PATIENCE && progress.hintsShown < definition.hints.length;
}
