/** One interpreter, from its start to its only job. */

import { SandboxError } from '../sandbox.js';
import type { Interpreter, InterpreterHost, Job } from './interpreter.js';
import { JobRun, type JobLimits, type OnEvent } from './job-run.js';

/** A start takes about a second; a machine that needs a minute has another problem. */
const START_LIMIT_MS = 60_000;

export class ReadyInterpreter {
  readonly ready: Promise<void>;
  readonly #interpreter: Interpreter;
  #fail: (error: Error) => void = () => undefined;
  #killed = false;

  constructor(host: InterpreterHost) {
    this.#interpreter = host.spawn();
    this.ready = new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new SandboxError('Python did not start within a minute.')),
        START_LIMIT_MS
      );
      this.#fail = (error) => {
        clearTimeout(timer);
        reject(error);
      };
      this.#interpreter.onMessage = (message) => {
        if (message === 'ready') {
          clearTimeout(timer);
          resolve();
        } else if (message.startsWith('fault ')) {
          this.#fail(new SandboxError(`Python could not start: ${message.slice(6)}`));
        }
      };
      // Also of a spare that was ready, so that nothing is sent to one that is gone.
      this.#interpreter.onExit = () =>
        this.kill(new SandboxError('Python ended before it had started.'));
    });
    // Whoever waits for `ready` hears of a failure; with nobody waiting it is not an unhandled one.
    this.ready.catch(() => this.kill());
  }

  get isAlive(): boolean {
    return !this.#killed;
  }

  serve(job: Omit<Job, 'nonce'>, limits: JobLimits, onEvent: OnEvent): JobRun {
    const run = new JobRun(this.#interpreter, job, limits, onEvent);
    this.#fail = (error) => run.fail(error);
    return run;
  }

  kill(reason?: Error): void {
    if (this.#killed) return;
    this.#killed = true;
    this.#interpreter.kill();
    this.#fail(reason ?? new SandboxError('Python was stopped before it had started.'));
  }
}
