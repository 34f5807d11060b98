/** One job in an interpreter, from its start to its end: its events, its clock, and questions while it is idle. */

import { NO_MORE } from '../interpreter/job.js';
import { RunEnded, SandboxError, type RunEnd } from '../sandbox.js';
import type { Interpreter, Job } from './interpreter.js';
import { MAX_MESSAGE, MAX_TRAFFIC, MESSAGE_COST } from './limits.js';
import { parseEvent, type Event } from './protocol.js';
import { Stopwatch } from './stopwatch.js';

export interface Served {
  end: RunEnd;
  durationMs: number;
}

/** `restartClock`: an author's batch has a time for each of its programs; an answer has one for all. */
export type OnEvent = (event: Event, restartClock: () => void) => void;

export interface JobLimits {
  timeLimitSeconds: number;
  /** It waits for questions, once it has done what it was asked at first. */
  converses: boolean;
  /** Where it is done, its interpreter is not ended, but to be put back as it was before; at once, this is called. */
  onRewind?: (() => void) | undefined;
}

export class JobRun {
  readonly ended: Promise<Served>;
  /** Resolves when the job waits for questions; never, where it ends instead. */
  readonly idle: Promise<void>;
  readonly #nonce = crypto.randomUUID();
  readonly #clock: Stopwatch;
  readonly #converses: boolean;
  readonly #onRewind: (() => void) | undefined;
  #settle!: { resolve(served: Served): void; reject(error: Error): void };
  #becomeIdle!: () => void;
  #question: { resolve(event: Event): void; reject(error: Error): void } | null = null;
  #hasStarted = false;
  #isIdle = false;
  #isOver = false;
  #traffic = 0;

  constructor(
    private readonly interpreter: Interpreter,
    job: Omit<Job, 'nonce'>,
    { timeLimitSeconds, converses, onRewind }: JobLimits,
    private readonly onEvent: OnEvent
  ) {
    this.#converses = converses;
    this.#onRewind = onRewind;
    this.ended = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    this.ended.catch(() => undefined); // told to whoever waits for it
    this.idle = new Promise((resolve) => (this.#becomeIdle = resolve));
    this.#clock = new Stopwatch(timeLimitSeconds * 1_000, () => this.finish('timed-out'));
    // Counts from here should it never say that it has started.
    this.#clock.start();
    interpreter.onMessage = (message) => this.#receive(message);
    interpreter.onExit = (reason) => this.finish(reason === 'memory' ? 'out-of-memory' : 'crashed');
    interpreter.start({ nonce: this.#nonce, ...job, rewinds: onRewind !== undefined });
  }

  /**
   * Sends a message and resolves with the event that answers it; the clock runs meanwhile. `afresh`: time and
   * traffic are counted anew, as if this were another job.
   * @throws {RunEnded} where the job ends instead.
   */
  ask(message: object, { afresh = false } = {}): Promise<Event> {
    if (this.#isOver) return Promise.reject(new RunEnded('crashed'));
    if (this.#question !== null) {
      return Promise.reject(new SandboxError('The interpreter has not answered yet.'));
    }
    return new Promise((resolve, reject) => {
      this.#question = { resolve, reject };
      if (afresh) this.#traffic = 0;
      if (afresh) this.#clock.restart();
      else this.#clock.start();
      this.interpreter.send(JSON.stringify(message));
    });
  }

  finish(end: RunEnd): void {
    if (!this.#close()) return;
    this.#settle.resolve({ end, durationMs: this.#clock.elapsedMs });
    // Whoever says inside that it is done, while it is asked something, has not answered: no fault of the checker's.
    this.#question?.reject(new RunEnded(end === 'done' ? 'crashed' : end));
    if (end !== 'done' || this.#onRewind === undefined) return this.interpreter.kill();
    if (this.#isIdle) this.interpreter.send(NO_MORE);
    this.#onRewind();
  }

  fail(error: Error): void {
    if (!this.#close()) return;
    this.#settle.reject(error);
    this.#question?.reject(error);
  }

  #close(): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    this.#clock.stop();
    return true;
  }

  #receive(message: string): void {
    if (this.#isOver) return;
    this.#traffic += message.length + MESSAGE_COST;
    if (this.#traffic > MAX_TRAFFIC || message.length > MAX_MESSAGE) return this.finish('crashed');
    const event = parseEvent(message, this.#nonce);
    if (event === null) return;
    switch (event.event) {
      case 'started':
        // Once only: a learner who finds the nonce must not wind the clock back.
        if (!this.#hasStarted) this.#clock.restart();
        this.#hasStarted = true;
        return;
      case 'done':
      case 'crashed':
      case 'out-of-memory':
        return this.finish(event.event);
      case 'idle':
        // Once, and only where somebody waits to ask: from then on the clock runs while a question is open.
        if (this.#isIdle || !this.#converses) return;
        this.#isIdle = true;
        this.#clock.stop();
        return this.#becomeIdle();
      case 'answer':
      case 'asks':
      case 'test': {
        const question = this.#question;
        if (question === null) return this.onEvent(event, () => this.#clock.restart());
        this.#question = null;
        this.#clock.stop();
        return question.resolve(event);
      }
      default:
        this.onEvent(event, () => this.#clock.restart());
    }
  }
}
