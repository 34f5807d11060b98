/** Problems of a challenge that only running it can show. */

import type { Challenge, Diagnostic, Range, Rule } from '@lectern/lesson';

export const GRADING_RULES = {
  'challenge/solution-fails': {
    severity: 'error',
    description: 'The solution does not run to its end; the challenge is built ungraded.'
  },
  'challenge/expected-output-mismatch': {
    severity: 'error',
    description:
      'The solution prints something else than the Expected Output, which is therefore not used.'
  },
  'challenge/output-varies': {
    severity: 'warning',
    description: 'What the solution prints differs from run to run, so its output is not graded.'
  },
  'challenge/accepted-fails': {
    severity: 'error',
    description:
      'An Accepted answer fails a check, or does something else than the solution in a call that the solution makes.'
  },
  'challenge/rejected-passes': {
    severity: 'error',
    description: 'A Rejected answer passes every check.'
  },
  'challenge/rejected-message': {
    severity: 'error',
    description: 'A Rejected answer fails, but its learner is told something else than it says.'
  },
  'challenge/weak-checks': {
    severity: 'warning',
    description:
      'Less than 0.8 of the mutants of the solution fail: the checks let wrong answers through.'
  },
  'challenge/not-measured': {
    severity: 'warning',
    description:
      'The mutants of the solution could not be tried, so nothing is known of what the checks find.'
  },
  'challenge/statuses-differ': {
    severity: 'error',
    description: 'An answer has another status in CPython than in Pyodide.'
  },
  'challenge/tests-broken': {
    severity: 'error',
    description: 'The Tests cannot be run as they are written, so none of them is used.'
  },
  'challenge/test-fails': {
    severity: 'error',
    description: 'The solution fails a test, which is therefore not used.'
  },
  'challenge/test-varies': {
    severity: 'error',
    description:
      'A test ends differently in another run of the same solution, and is therefore not used.'
  },
  'challenge/function-not-called': {
    severity: 'warning',
    description: 'A function that starter and solution define is never called, and so not graded.'
  },
  'challenge/function-not-gradable': {
    severity: 'warning',
    description:
      'A function whose calls cannot be graded: their arguments have no literal, or their results vary.'
  },
  'challenge/ungraded': {
    severity: 'error',
    description:
      'Nothing tells a right answer from the starter, so the challenge is built ungraded.'
  },
  'challenge/not-supported-yet': {
    severity: 'error',
    description:
      'The challenge is in a language that this version cannot run; it is built ungraded.'
  }
} as const satisfies Record<string, Rule>;

export type GradingRuleId = keyof typeof GRADING_RULES;

export class GradingProblems {
  readonly diagnostics: Diagnostic[];

  constructor(
    private readonly challenge: Challenge,
    known: readonly Diagnostic[] = []
  ) {
    this.diagnostics = [...known];
  }

  report(rule: GradingRuleId, message: string, remedy: string, range?: Range | null): void {
    const place = range ?? this.challenge.range;
    // What is known of an answer already is not said twice.
    const isKnown = this.diagnostics.some(
      (known) => known.rule === rule && known.range.start.offset === range?.start.offset
    );
    if (isKnown) return;
    this.diagnostics.push({
      rule,
      severity: GRADING_RULES[rule].severity,
      message: `${this.challenge.id}: ${message}`,
      remedy,
      range: place
    });
  }
}
