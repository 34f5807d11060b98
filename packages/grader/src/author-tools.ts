/** What the author's interpreter can be asked: never about a learner's code, since programs share it. */

import type {
  Conversation,
  ProgramOutcome,
  PythonError,
  RunEnd,
  RunOptions,
  RunRequest,
  RunResult,
  Value
} from './sandbox.js';

export interface AuthorTools {
  /** Runs a solution, and tells which calls it makes and how they can be varied. */
  record(request: RecordRequest, options?: RunOptions): Promise<RecordResult>;
  /** The mutants of a solution, and random calls of its functions. */
  mutate(request: MutateRequest, options?: RunOptions): Promise<MutateResult>;
  /** Runs programs one after another; one that hangs or dies costs the others nothing but a restart. */
  runBatch(request: BatchRequest, options?: RunOptions): Promise<BatchResult[]>;
  /** Runs the cells of a lesson from top to bottom. */
  runCells(request: CellsRequest, options?: RunOptions): Promise<CellsResult>;
  /** Makes an author's tests ready to be run, for `use`; may go on with an interpreter that has run them before. */
  withTests<T>(
    request: TestsRequest,
    use: (tests: Tests) => Promise<T>,
    options?: RunOptions
  ): Promise<T>;
}

type Limits = Pick<RunRequest, 'timeLimitSeconds' | 'memoryLimitMB'>;
type Program = Pick<RunRequest, 'setup' | 'source' | 'stdin' | 'seed'> & Limits;

export interface RecordRequest extends Program {
  /** Top-level functions whose calls are recorded. */
  functions: string[];
  /** Names that every answer has, so that a recorded call may mention them. */
  sharedNames: string[];
  /** Chooses the variations. */
  variationSeed: string;
}

export interface RecordedFunction {
  name: string;
  /** Call expressions, in the order made, each once. */
  recorded: string[];
  varied: string[];
  /** Calls that could not be written down, since an argument has no literal. */
  unwritable: number;
}

export interface RecordResult {
  end: RunEnd;
  error: PythonError | null;
  functions: RecordedFunction[];
}

export interface MutateRequest extends Program {
  /** Top-level functions to mutate; `null` mutates the whole program. */
  scope: string[] | null;
  /** Functions that random calls are made up for, with calls that show what their arguments look like. */
  functions: { name: string; calls: string[] }[];
  sharedNames: string[];
  /** Random calls a function. */
  randomCalls: number;
  variationSeed: string;
}

export interface Mutant {
  /** The whole program, with one small mistake in it. */
  source: string;
  /** Of the solution (1-based), where the mistake is. */
  line: number;
  /** `operator`, `constant`, `comparison`, `removed statement`, `swapped branches` or `off by one`. */
  operator: string;
}

export interface MutateResult {
  end: RunEnd;
  mutants: Mutant[];
  /** Call expressions. */
  calls: string[];
}

export interface BatchRequest extends Omit<Program, 'source'> {
  sources: string[];
  calls: string[];
  /** The author's tests, each program's last job. */
  tests: { source: string; names: string[]; tolerance: number; seed: number } | null;
  /**
   * The first source is the solution: each of the others may take max(1 s, 5 × what it took), and no more than
   * `timeLimitSeconds`. Otherwise each may take `timeLimitSeconds`.
   */
  baseline: boolean;
}

export interface BatchResult extends RunResult {
  /** Of each test that was run. */
  tests: BatchTest[];
}

export interface BatchTest {
  name: string;
  outcome: TestOutcome;
  /** The calls that it asked for. */
  asked: string[];
}

export interface Cell {
  source: string;
  /** Where it begins in the lesson (1-based): tracebacks count as the lesson does. */
  line: number;
}

export interface CellsRequest extends Limits {
  cells: Cell[];
  seed: number;
}

export interface CellsResult {
  end: RunEnd;
  /** In order; shorter when the run ended early. */
  cells: CellOutcome[];
}

export interface CellOutcome {
  stdout: string;
  /** It waits for something that only a browser gives. */
  suspended: boolean;
  /** Its `line` is the lesson's. */
  error: PythonError | null;
}

export interface TestsRequest {
  source: string;
  /** Of floats that the answer gives. */
  tolerance: number;
  /** Seeds `random`, anew for each test. */
  seed: number;
}

export interface Tests {
  /** What is wrong with the source, and on which of its lines; nothing can be run then. */
  problem: { text: string; line: number | null } | null;
  functions: OutlinedTest[];
  /** The source without withheld tests, and without what only they have a use for. */
  publicSource: string;
  /** Runs one test; `ask` makes the calls of the answer that it asks for, one after another. */
  run(name: string, answer: AnswerFacts, ask: Conversation['ask']): Promise<TestOutcome>;
}

export interface OutlinedTest {
  name: string;
  /** The first paragraph of its docstring. */
  requirement: string | null;
  points: number;
  withheld: boolean;
  /** Of the tests' source (1-based). */
  line: number;
}

/** What a test may know of an answer without asking it. */
export type AnswerFacts = Pick<ProgramOutcome, 'stdout' | 'functions'> & { source: string };

export type TestOutcome =
  | { status: 'passed' }
  | {
      status: 'failed';
      failure: TestFailure;
      /** The last call of the answer's that the test knew of; `null` where it had asked for none. */
      consulted: Consulted | null;
    };

export interface Consulted {
  /** The call as a learner would write it. */
  shown: string;
  result: Value | null;
  error: PythonError | null;
}

export type TestFailure =
  /** The author's own words; may be empty. */
  | { kind: 'message'; text: string }
  /** `assert left == right`. `shown`: the source of the left side; `null` where it is the call in `consulted`. */
  | {
      kind: 'comparison';
      shown: string | null;
      sign: string;
      actual: Value;
      expected: Value;
      against: string;
    }
  | { kind: 'false'; shown: string; actual: Value }
  /** The answer raised, and the test did not expect it. */
  | { kind: 'raised'; shown: string; error: PythonError }
  | { kind: 'missing'; name: string }
  /** An exception of the test's own. */
  | { kind: 'stopped'; type: string; text: string; line: number | null };

/** A test did not come to its end by itself: it loops, or takes too much memory. */
export class TestEnded extends Error {
  override name = 'TestEnded';
  constructor(readonly end: Exclude<RunEnd, 'done'>) {
    super(`The test ended: ${end}.`);
  }
}
