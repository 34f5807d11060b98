/** One interpreter, from its start to its only job, or to the job that it was not put back from. */

import { SandboxError } from '../sandbox.js';
import type { Interpreter, InterpreterHost, Job } from './interpreter.js';
import { JobRun, type JobLimits, type OnEvent } from './job-run.js';

/** A start takes about a second; a machine that needs a minute has another problem. */
const START_LIMIT_MS = 60_000;
/** It takes milliseconds; another would have started meanwhile. */
const REWIND_LIMIT_MS = 2_000;

/** `rewinds`: after a job that was done it is `ready` again, once it has been put back; or it ends. */
export type ServeLimits = Omit<JobLimits, 'onRewind'> & { rewinds?: boolean };

export class ReadyInterpreter {
  /** Resolves when it can serve. */
  ready: Promise<void>;
  readonly #interpreter: Interpreter;
  #fail: (error: Error) => void = () => undefined;
  #phase: 'starting' | 'ready' | 'serving' | 'ended' = 'starting';
  #wasUsed = false;

  constructor(host: InterpreterHost) {
    this.#interpreter = host.spawn();
    this.ready = this.#whenReady(START_LIMIT_MS);
  }

  get isAlive(): boolean {
    return this.#phase !== 'ended';
  }

  get isReady(): boolean {
    return this.#phase === 'ready';
  }

  /** It is for nothing but the job that it has, or had. */
  get isServing(): boolean {
    return this.#phase === 'serving';
  }

  /** It has had a job, and was put back as it was before. */
  get wasUsed(): boolean {
    return this.#wasUsed;
  }

  serve(
    job: Omit<Job, 'nonce'>,
    { rewinds = false, ...limits }: ServeLimits,
    onEvent: OnEvent
  ): JobRun {
    this.#phase = 'serving';
    const onRewind = (): void => {
      this.#phase = 'starting';
      this.#wasUsed = true;
      this.ready = this.#whenReady(REWIND_LIMIT_MS);
    };
    const all = { ...limits, onRewind: rewinds ? onRewind : undefined };
    const run = new JobRun(this.#interpreter, job, all, onEvent);
    this.#fail = (error) => run.fail(error);
    return run;
  }

  kill(reason?: Error): void {
    if (!this.isAlive) return;
    this.#phase = 'ended';
    this.#interpreter.kill();
    this.#fail(reason ?? new SandboxError('Python was stopped before it had started.'));
  }

  #whenReady(limitMs: number): Promise<void> {
    const ready = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new SandboxError(`Python did not start within ${limitMs / 1_000} seconds.`)),
        limitMs
      );
      this.#fail = (error) => {
        clearTimeout(timer);
        reject(error);
      };
      this.#interpreter.onMessage = (message) => {
        if (message === 'ready') {
          clearTimeout(timer);
          if (this.isAlive) this.#phase = 'ready';
          resolve();
        } else if (message.startsWith('fault ')) {
          this.#fail(new SandboxError(`Python could not start: ${message.slice(6)}`));
        }
      };
      // Also of a spare that was ready, so that nothing is sent to one that is gone.
      this.#interpreter.onExit = () =>
        this.kill(new SandboxError('Python ended before it had started.'));
    });
    // Whoever waits for it hears of a failure; with nobody waiting it is not an unhandled one.
    ready.catch(() => this.kill());
    return ready;
  }
}
