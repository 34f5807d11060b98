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

export type CheckKind = 'locked' | 'syntax' | 'test' | 'output' | 'behaviour';

/** What a check asks for, known before anything has run. */
export interface Requirement {
  kind: CheckKind;
  /** `output`, the graded function's or the test's name, or a rule of syntax as its author wrote it: `forbid eval`. */
  name: string;
  /** One line to the learner: a test's docstring, or what its kind of check asks for. */
  text: string;
  /** Its share of the score. Rules of syntax and locked lines weigh 0: keeping one earns nothing, breaking one leaves nothing. */
  weight: number;
  /** The learner's copy of the lesson does not hold it: only its status may reach a learner. */
  withheld?: true;
}

export interface CheckResult extends Requirement {
  status: CheckStatus;
  /** One or more sentences to the learner, names of their code between backticks. Of a withheld check, or a withheld call: nothing that gives it away. */
  message: string;
  /** What the message leaves unsaid, for the instructor alone. */
  instructor?: string;
  /** Python-like text of the two sides, where a check compared something. */
  expected?: string;
  actual?: string;
  /** The two sides of an output, where they can be put beside each other. */
  diff?: DiffLine[];
  /** The line of the answer (1-based) that it is about. */
  line?: number;
  /** Of an exception that was not expected: what it usually means, and the likely fix. */
  explanation?: string;
}

/** `-` is expected and was not printed, `+` was printed and is not expected. */
export interface DiffLine {
  mark: ' ' | '-' | '+';
  text: string;
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
