/** The Sandbox that every host shares: one fresh interpreter a run, spare ones kept ready, a clock on each. */

import {
  RunEnded,
  SandboxError,
  type CallOutcome,
  type Conversation,
  type RunOptions,
  type RunRequest,
  type RunResult,
  type Sandbox
} from '../sandbox.js';
import { AuthorJobs } from './author-jobs.js';
import type { InterpreterHost, Job } from './interpreter.js';
import type { JobLimits, JobRun, OnEvent } from './job-run.js';
import { ReadyInterpreter } from './ready-interpreter.js';
import { RunCollector } from './run-collector.js';

/** A job in an interpreter of its own. */
export interface Opened {
  run: JobRun;
  close(): void;
}

/** Begins a job in an interpreter that nothing has used before. */
export type Open = (
  job: Omit<Job, 'nonce'>,
  limits: JobLimits,
  options: Pick<RunOptions, 'signal'>,
  onEvent: OnEvent
) => Promise<Opened>;

export class InterpreterSandbox implements Sandbox {
  readonly author = new AuthorJobs((...job) => this.#open(...job));
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
    const collector = new RunCollector(request.calls.length);
    const { timeLimitSeconds, memoryLimitMB, ...python } = request;
    const { converse } = options;
    const asked = JSON.stringify({ ...python, converse: converse !== undefined });
    const opened = await this.#open(
      { role: 'answer', request: asked, seed: request.seed, memoryLimitMB },
      { timeLimitSeconds, converses: converse !== undefined },
      options,
      (event) => collector.add(event)
    );
    try {
      if (converse !== undefined) await conversation(opened.run, collector, converse);
      return collector.result(await opened.run.ended);
    } finally {
      opened.close();
    }
  }

  dispose(): void {
    this.#disposed = true;
    for (const spare of this.#spares) spare.kill();
    this.#spares = [];
    this.author.dispose();
    this.host.dispose();
  }

  async #open(...[job, limits, { signal }, onEvent]: Parameters<Open>): Promise<Opened> {
    if (this.#disposed) throw new SandboxError('The sandbox has been closed.');
    signal?.throwIfAborted();
    this.#spares = this.#spares.filter(({ isAlive }) => isAlive);
    const interpreter = this.#spares.shift() ?? new ReadyInterpreter(this.host);
    const abort = (): void => interpreter.kill(abortReason(signal));
    signal?.addEventListener('abort', abort, { once: true });
    const close = (): void => {
      signal?.removeEventListener('abort', abort);
      interpreter.kill();
      if (!this.#disposed) {
        while (this.#spares.length < Number(this.options.spares)) this.#addSpare();
      }
    };
    try {
      await interpreter.ready;
      return { run: interpreter.serve(job, limits, onEvent), close };
    } catch (error) {
      close();
      throw error;
    }
  }

  #addSpare(): void {
    this.#spares.push(new ReadyInterpreter(this.host));
  }
}

/** Lets `converse` ask the program, where it came to its end, until it has nothing more to ask. */
async function conversation(
  run: JobRun,
  collector: RunCollector,
  converse: (conversation: Conversation) => Promise<void>
): Promise<void> {
  const isIdle = await Promise.race([run.idle.then(() => true), run.ended.then(() => false)]);
  if (!isIdle) return;
  const { program } = collector;
  // It waits, and has not said how the program ended: nothing that can be asked has a meaning.
  if (program === null) return run.finish('crashed');
  try {
    await converse({
      program,
      reset: async () => void (await run.ask({ reset: true })),
      ask: async (expression) => outcomeOf(await run.ask({ call: expression }))
    });
    run.finish('done');
  } catch (error) {
    if (!(error instanceof RunEnded)) throw error;
  }
}

function outcomeOf(event: Awaited<ReturnType<JobRun['ask']>>): CallOutcome {
  if (event.event !== 'answer') throw new RunEnded('crashed'); // forged: nothing else answers a call
  const { event: _, ...outcome } = event;
  return outcome;
}

/** `AbortController.abort` takes anything as its reason. */
function abortReason(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException('The run was aborted.', 'AbortError');
}
