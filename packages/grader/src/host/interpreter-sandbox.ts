/** The Sandbox that every host shares: one fresh interpreter a run, spare ones kept ready, a clock on each. */

import {
  SandboxError,
  type RunEnd,
  type RunOptions,
  type RunRequest,
  type RunResult,
  type Sandbox
} from '../sandbox.js';
import { AuthorJobs } from './author-jobs.js';
import type { Interpreter, InterpreterHost, Job } from './interpreter.js';
import { MAX_TRAFFIC, parseEvent, type Event } from './protocol.js';
import { RunCollector } from './run-collector.js';

export interface Served {
  end: RunEnd;
  durationMs: number;
}

/** `restartClock`: an author's batch has a time for each of its programs; an answer has one for all. */
export type OnEvent = (event: Event, restartClock: () => void) => void;

/** Has one job done in an interpreter of its own. */
export type Serve = (
  job: Omit<Job, 'nonce'>,
  timeLimitSeconds: number,
  options: RunOptions,
  onEvent: OnEvent
) => Promise<Served>;

/** A start takes about a second; a machine that needs a minute has another problem. */
const START_LIMIT_MS = 60_000;

export class InterpreterSandbox implements Sandbox {
  readonly author = new AuthorJobs((...job) => this.#serve(...job));
  /** The longest started first. */
  #spares: ReadyInterpreter[] = [];
  #disposed = false;

  /** `spares`: how many interpreters to keep ready while none is asked for; `true` is one. */
  constructor(
    private readonly host: InterpreterHost,
    private readonly options: { spares: boolean | number }
  ) {}

  async prewarm(): Promise<void> {
    if (this.#disposed) return;
    this.#spares = this.#spares.filter(({ isAlive }) => isAlive);
    if (this.#spares.length === 0) this.#addSpare();
    await this.#spares[0]?.ready;
  }

  async run(request: RunRequest, options: RunOptions = {}): Promise<RunResult> {
    const collector = new RunCollector();
    const { timeLimitSeconds, memoryLimitMB, ...python } = request;
    const served = await this.#serve(
      { role: 'answer', request: JSON.stringify(python), seed: request.seed, memoryLimitMB },
      timeLimitSeconds,
      options,
      (event) => collector.add(event)
    );
    return collector.result(served);
  }

  dispose(): void {
    this.#disposed = true;
    for (const spare of this.#spares) spare.kill();
    this.#spares = [];
    this.host.dispose();
  }

  async #serve(
    job: Omit<Job, 'nonce'>,
    timeLimitSeconds: number,
    { signal }: RunOptions,
    onEvent: OnEvent
  ): Promise<Served> {
    if (this.#disposed) throw new SandboxError('The sandbox has been closed.');
    signal?.throwIfAborted();
    this.#spares = this.#spares.filter(({ isAlive }) => isAlive);
    const interpreter = this.#spares.shift() ?? new ReadyInterpreter(this.host);
    const abort = (): void => interpreter.kill(abortReason(signal));
    signal?.addEventListener('abort', abort, { once: true });
    try {
      await interpreter.ready;
      return await interpreter.serve(job, timeLimitSeconds, onEvent);
    } finally {
      signal?.removeEventListener('abort', abort);
      interpreter.kill();
      if (!this.#disposed) {
        while (this.#spares.length < Number(this.options.spares)) this.#addSpare();
      }
    }
  }

  #addSpare(): void {
    this.#spares.push(new ReadyInterpreter(this.host));
  }
}

/** `AbortController.abort` takes anything as its reason. */
function abortReason(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException('The run was aborted.', 'AbortError');
}

/** One interpreter, from its start to its only job. */
class ReadyInterpreter {
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

  serve(job: Omit<Job, 'nonce'>, timeLimitSeconds: number, onEvent: OnEvent): Promise<Served> {
    const nonce = crypto.randomUUID();
    return new Promise((resolve, reject) => {
      let startedAt = performance.now();
      let traffic = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const finish = (end: RunEnd): void => {
        clearTimeout(timer);
        resolve({ end, durationMs: performance.now() - startedAt });
        this.kill(); // after `resolve`: a kill before the end is a failure
      };
      this.#fail = (error) => {
        clearTimeout(timer);
        reject(error);
      };
      const startTimer = (): void => {
        clearTimeout(timer);
        startedAt = performance.now();
        timer = setTimeout(() => finish('timed-out'), timeLimitSeconds * 1_000);
      };
      // Counts from here should it never say that it has started.
      startTimer();
      let started = false;
      this.#interpreter.onMessage = (message) => {
        traffic += message.length;
        if (traffic > MAX_TRAFFIC) return finish('crashed');
        const event = parseEvent(message, nonce);
        if (event === null) return;
        if (event.event === 'started') {
          // Once only: a learner who finds the nonce must not wind the clock back.
          if (!started) startTimer();
          started = true;
        } else if (
          event.event === 'done' ||
          event.event === 'crashed' ||
          event.event === 'out-of-memory'
        )
          finish(event.event);
        else onEvent(event, startTimer);
      };
      this.#interpreter.onExit = (reason) =>
        finish(reason === 'memory' ? 'out-of-memory' : 'crashed');
      this.#interpreter.start({ nonce, ...job });
    });
  }

  kill(reason?: Error): void {
    if (this.#killed) return;
    this.#killed = true;
    this.#interpreter.kill();
    this.#fail(reason ?? new SandboxError('Python was stopped before it had started.'));
  }
}
