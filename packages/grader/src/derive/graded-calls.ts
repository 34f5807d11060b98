/** Which calls are graded: those with the same outcome in every run of the solution, and of every Accepted answer. */

import type { Challenge } from '@lectern/lesson';
import type { RecordedFunction } from '../author-tools.js';
import { sameOutcome } from '../checks/behaviour.js';
import { showOutcome } from '../checks/show-value.js';
import type { GradedCall, GradedFunction } from '../grading-data.js';
import type { CallOutcome, RunResult } from '../sandbox.js';
import { inPairs } from '../in-pairs.js';
import type { GradingProblems } from '../rules.js';

export interface Candidate {
  name: string;
  expression: string;
  /** Made up by variation; otherwise the solution makes it itself. */
  varied: boolean;
  /** Of the solution, under two seeds. */
  outcomes: [CallOutcome, CallOutcome];
}

interface Context {
  challenge: Challenge;
  problems: GradingProblems;
  runAccepted: (source: string, calls: string[]) => Promise<RunResult>;
}

export async function gradedFunctions(
  candidates: readonly Candidate[],
  functions: readonly RecordedFunction[],
  context: Context
): Promise<GradedFunction[]> {
  const { tolerance } = context.challenge;
  const stable = candidates.filter(
    ({ varied, outcomes: [first, second] }) =>
      sameOutcome(second, first, tolerance) && !(varied && first.error !== null)
  );
  const kept = await withoutDisputed(stable, context);
  return functions.flatMap((recorded) => {
    const calls = kept.filter(({ name }) => name === recorded.name);
    // Variations of calls that chance decides say little: roll(0) is 0 whatever the dice.
    if (calls.some(({ varied }) => !varied)) {
      return [{ name: recorded.name, calls: calls.map(gradedCall) }];
    }
    reportUngraded(recorded, context.problems);
    return [];
  });
}

/** An Accepted answer vetoes a variation; against a call that the solution makes itself, one of the two is wrong. */
async function withoutDisputed(
  candidates: readonly Candidate[],
  { challenge, problems, runAccepted }: Context
): Promise<Candidate[]> {
  const expressions = candidates.map(({ expression }) => expression);
  const runs = await inPairs(challenge.accepted, async (accepted) => ({
    accepted,
    calls: (await runAccepted(accepted.source, expressions)).calls
  }));
  const position = new Map(candidates.map((candidate, index) => [candidate, index]));
  let kept = [...candidates];
  for (const { accepted, calls } of runs) {
    kept = kept.filter((candidate) => {
      const { expression, varied, outcomes } = candidate;
      const [expected] = outcomes;
      const actual = calls[position.get(candidate) ?? -1];
      if (actual !== undefined && sameOutcome(actual, expected, challenge.tolerance)) return true;
      if (varied) return false;
      problems.report(
        'challenge/accepted-fails',
        actual === undefined
          ? `an Accepted answer does not get as far as ${expression}.`
          : `${expression} in an Accepted answer ${showOutcome(actual)}, in the solution it ${showOutcome(expected)}.`,
        'Correct the Accepted answer or the solution.',
        accepted.range
      );
      return true;
    });
  }
  return kept;
}

/** Without message and traceback of the solution's exceptions: they would show its source. */
function gradedCall({ expression, outcomes: [outcome] }: Candidate): GradedCall {
  const error = outcome.error && {
    type: outcome.error.type,
    message: '',
    line: null,
    traceback: ''
  };
  return { expression, expected: { ...outcome, error } };
}

function reportUngraded(
  { name, recorded, unwritable }: RecordedFunction,
  problems: GradingProblems
): void {
  if (recorded.length === 0 && unwritable === 0) {
    problems.report(
      'challenge/function-not-called',
      `nothing in the solution calls ${name}, so it is not graded.`,
      `Call ${name} in the solution with the arguments that matter.`
    );
    return;
  }
  problems.report(
    'challenge/function-not-gradable',
    unwritable > 0
      ? `${name} is called with arguments that cannot be written as Python literals.`
      : `${name} does something else in each run.`,
    'Grade it by the Expected Output, or give the challenge a function of plain values.'
  );
}
