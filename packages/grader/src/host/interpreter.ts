/** What a host (browser or Node) must be able to do: start an interpreter, talk to it, end it at once. */

import type { Job } from '../interpreter/job.js';

export type { Job };

export interface Interpreter {
  /** Each text message that comes out. */
  onMessage: (message: string) => void;
  /** It ended by itself, or the host ended it: `memory` where it grew past its limit. */
  onExit: (reason: 'exit' | 'memory') => void;
  start(job: Job): void;
  /** A message to the job that it was started with. */
  send(message: string): void;
  /** Ends it, whatever it is doing. `onExit` is not called. */
  kill(): void;
}

export interface InterpreterHost {
  spawn(): Interpreter;
  dispose(): void;
}
