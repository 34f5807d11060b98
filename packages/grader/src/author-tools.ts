/** What the author's interpreter can be asked: never about a learner's code, since programs share it. */

import type { PythonError, RunEnd, RunOptions, RunRequest, RunResult } from './sandbox.js';

export interface AuthorTools {
  /** Runs a solution, and tells which calls it makes and how they can be varied. */
  record(request: RecordRequest, options?: RunOptions): Promise<RecordResult>;
  /** The mutants of a solution, and random calls of its functions. */
  mutate(request: MutateRequest, options?: RunOptions): Promise<MutateResult>;
  /** Runs programs one after another; one that hangs or dies costs the others nothing but a restart. */
  runBatch(request: BatchRequest, options?: RunOptions): Promise<RunResult[]>;
  /** Runs the cells of a lesson from top to bottom. */
  runCells(request: CellsRequest, options?: RunOptions): Promise<CellsResult>;
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
  /**
   * The first source is the solution: each of the others may take max(1 s, 5 × what it took), and no more than
   * `timeLimitSeconds`. Otherwise each may take `timeLimitSeconds`.
   */
  baseline: boolean;
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
