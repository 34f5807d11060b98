/** What a learner is told about an answer. The same type in the browser, on the command line and in the gradebook. */

/** In order of precedence: the verdict takes the first that any of its checks has. */
export const CHECK_STATUSES = [
  'broken-check',
  'timed-out',
  'out-of-memory',
  'error',
  'failed',
  'passed'
] as const;

export type CheckStatus = (typeof CHECK_STATUSES)[number];
/** `not-attempted` and `ungraded` are decided before any check runs. */
export type VerdictStatus = CheckStatus | 'not-attempted' | 'ungraded';

export interface CheckResult {
  /** `output`, or the graded function's name. */
  name: string;
  status: CheckStatus;
  /** One or more sentences to the learner. */
  message: string;
  /** Python-like text of the two sides, where a check compared something. */
  expected?: string;
  actual?: string;
}

export interface Verdict {
  /** The challenge's id. */
  challenge: string;
  status: VerdictStatus;
  /** What can be had, and what was had. */
  points: number;
  score: number;
  checks: CheckResult[];
  durationMs: number;
}
