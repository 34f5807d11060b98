/** What the checks of one challenge need, made once from its solution, and carried by the student's notebook as JSON. */

import type { CompareMode } from '@lectern/lesson';
import type { CallOutcome } from './sandbox.js';

export const GRADING_FORMAT = 2;

export interface GradingData {
  format: typeof GRADING_FORMAT;
  /** The challenge's id. */
  challenge: string;
  points: number;
  timeLimitSeconds: number;
  memoryLimitMB: number;
  tolerance: number;
  setup: string | null;
  stdin: string | null;
  /** What the learner starts from: an answer equal to it, up to comments and space, is `not-attempted`. */
  starter: string;
  /** Why nothing can be graded, in one sentence to the learner; `null` when something can. */
  ungraded: string | null;
  tests: GradedTests | null;
  output: OutputCheck | null;
  behaviour: GradedFunction[];
  /** Python syntax kinds or names, as the author wrote them. */
  forbid: string[];
  require: string[];
}

/** The author's tests: Python whose functions are given the answer. */
export interface GradedTests {
  /** In the student's edition without anything that only withheld tests use. */
  source: string;
  /** Those that are graded, in the order of the source. */
  functions: GradedTest[];
}

export interface GradedTest {
  /** Its function's name, `test_…`. */
  name: string;
  /** Its docstring in one line; `null` without one. */
  requirement: string | null;
  points: number;
  /** `@hidden`: not in the student's edition. */
  withheld?: true;
}

/** One that the solution contradicts would mislead; a sealed one is not the learner's to see. */
export function showsExpectedOutput(data: GradingData | undefined): boolean {
  return data?.output != null && 'expected' in data.output;
}

export interface GradedFunction {
  name: string;
  calls: GradedCall[];
}

export interface GradedCall {
  /** A Python expression, e.g. `score("sorry")`. */
  expression: string;
  expected: CallOutcome;
  /** Varied under the seed of `lectern grade`: not in the student's edition. */
  withheld?: true;
}

/** A sealed check holds a salted hash of the normalised text instead of the text. */
export type OutputCheck =
  | { compare: CompareMode; expected: string }
  | { compare: CompareMode; sealed: { salt: string; sha256: string } };
