/**
 * The seam between the grader and the place where code runs. A Sandbox is made of interpreters that are used once, or
 * put back as they were.
 */

import type { AuthorTools } from './author-tools.js';

/**
 * A Python value as data. Numbers travel as Python's own text, so that nothing is lost on the way. `cut`: only a
 * part is here, of so many items; `sha256`: of the rest, where equal values have equal digests. In a conversation,
 * what has more to it than its data keeps a `handle`, by which later calls may mention it.
 */
export type Value =
  | { kind: 'none' }
  | { kind: 'bool'; value: boolean }
  | { kind: 'int'; value: string }
  | { kind: 'float'; value: string }
  | { kind: 'complex'; real: string; imag: string }
  | { kind: 'str'; value: string; cut?: { length: number; sha256: string } }
  | { kind: 'bytes'; value: string; cut?: { length: number; sha256: string } }
  | { kind: SequenceKind; items: Value[]; cut?: number; sha256?: string; handle?: number }
  | { kind: 'dict'; entries: [Value, Value][]; cut?: number; sha256?: string }
  /** By its parts; the name of one that has only a place is its number. */
  | { kind: 'object'; type: string; fields: [string, Value][]; cut?: number; handle?: number }
  | { kind: 'name'; type: string; name: string; handle?: number }
  | { kind: 'cycle' }
  | { kind: 'cut' };

export type SequenceKind = 'list' | 'tuple' | 'set' | 'frozenset' | 'iterator';

/** An exception as the learner should meet it: the frames of their own code only. */
export interface PythonError {
  type: string;
  /** The nearest built-in class that it is of: its own `type`, mostly. */
  base?: string;
  message: string;
  /** Line of the learner's source (1-based) where it was raised, if it was raised there. */
  line: number | null;
  traceback: string;
}

export interface ProgramOutcome {
  stdout: string;
  /** Output past the cap was dropped. */
  stdoutCut: boolean;
  error: PythonError | null;
  /** Functions defined at the top level when the program ended. */
  functions: string[];
}

/** What one call did: its result or exception, the arguments it changed, and what it printed. */
export interface CallOutcome {
  /** Beside an error: the items that an iterator gave before it raised. */
  result: Value | null;
  /** Only `await` or `async for` gets at the result. */
  awaited?: true;
  error: PythonError | null;
  /** Position (or keyword) and new value of each argument that the call changed. */
  mutated: [string, Value][];
  stdout: string;
  stdoutCut: boolean;
}

export interface RunRequest {
  setup: string | null;
  source: string;
  stdin: string | null;
  /** Python call expressions, each started from the state after the program. */
  calls: string[];
  /** Seeds `random` and the clock. */
  seed: number;
  /** Wall time of the learner's code, all calls together, the sandbox's start excluded. */
  timeLimitSeconds: number;
  memoryLimitMB: number;
}

/** Why a run ended. `crashed`: the interpreter died under the code; the sandbox's own faults are thrown as `SandboxError`. */
export type RunEnd = 'done' | 'timed-out' | 'out-of-memory' | 'crashed';

export interface RunResult {
  end: RunEnd;
  /** `null` when it ended before the program did. */
  program: ProgramOutcome | null;
  /** In the order asked; shorter when it ended early. */
  calls: CallOutcome[];
  durationMs: number;
}

export interface RunOptions {
  signal?: AbortSignal;
  /**
   * Called where program and calls came to their end: more can be asked of the same interpreter, one call after
   * another. The limits hold for all of it; the time that the callback itself takes is not counted.
   */
  converse?: (conversation: Conversation) => Promise<void>;
}

/** A program that has run, and answers. */
export interface Conversation {
  /** How its top level ended. */
  readonly program: ProgramOutcome;
  /** Puts the program back as it was after its top level. */
  reset(): Promise<void>;
  /** Makes one call: a Python expression. Rejects with a `RunEnded` where the run ends in it. */
  ask(expression: string): Promise<CallOutcome>;
}

/** The run ended in a call of a conversation. */
export class RunEnded extends Error {
  override name = 'RunEnded';
  constructor(readonly end: Exclude<RunEnd, 'done'>) {
    super(`The run ended: ${end}.`);
  }
}

export interface Sandbox {
  /** Runs the request in an interpreter in which nothing of any other is left, nor of this one afterwards. */
  run(request: RunRequest, options?: RunOptions): Promise<RunResult>;
  /** Runs an author's own code. Never given a learner's. */
  readonly author: AuthorTools;
  /** Begins to make the next interpreter ready; resolves when it is. */
  prewarm(): Promise<void>;
  dispose(): void;
}

/** The place itself failed: never the learner's fault. */
export class SandboxError extends Error {
  override name = 'SandboxError';
}
