/** The Sandbox that every host shares: for each run an interpreter as if fresh, spare ones kept ready, a clock on each. */

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
import type { JobRun, OnEvent } from './job-run.js';
import { REWOUND_MB } from './limits.js';
import { isPlain } from './plain-program.js';
import { ReadyInterpreter, type ServeLimits } from './ready-interpreter.js';
import { RunCollector } from './run-collector.js';

/** A job in an interpreter of its own. */
export interface Opened {
  run: JobRun;
  close(): void;
}

/** Begins a job in an interpreter that nothing has used before. */
export type Open = (
  job: Omit<Job, 'nonce'>,
  limits: ServeLimits,
  options: Pick<RunOptions, 'signal'>,
  onEvent: OnEvent
) => Promise<Opened>;

export class InterpreterSandbox implements Sandbox {
  readonly author = new AuthorJobs((...job) => this.#open(...job));
  /** The longest started first. */
  #spares: ReadyInterpreter[] = [];
  #disposed = false;

  /**
   * `spares`: how many interpreters to keep ready while none is asked for; `true` is one. `rewinds`: the host's
   * interpreters can be put back as they were before a job.
   */
  constructor(
    private readonly host: InterpreterHost,
    private readonly options: { spares: boolean | number; rewinds?: boolean }
  ) {}

  async prewarm(): Promise<void> {
    if (this.#disposed) return;
    const next = await this.#take({ mayBeUsed: true });
    this.#spares.unshift(next);
    await next.ready;
  }

  async run(request: RunRequest, options: RunOptions = {}): Promise<RunResult> {
    const collector = new RunCollector(request.calls.length);
    const { timeLimitSeconds, memoryLimitMB, ...python } = request;
    const { converse } = options;
    const asked = JSON.stringify({ ...python, converse: converse !== undefined });
    const rewinds =
      this.options.rewinds === true &&
      // What the setup imports, the answer has.
      [request.setup ?? '', request.source].every(isPlain);
    const opened = await this.#open(
      { role: 'answer', request: asked, seed: request.seed, memoryLimitMB },
      { timeLimitSeconds, converses: converse !== undefined, rewinds },
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
    // A program's memory does not shrink: with less than a used interpreter may have, it would not be as fresh.
    const mayBeUsed = job.role === 'answer' && job.memoryLimitMB >= REWOUND_MB;
    const interpreter = await this.#take({ mayBeUsed });
    const abort = (): void => interpreter.kill(abortReason(signal));
    signal?.addEventListener('abort', abort, { once: true });
    const close = (): void => {
      signal?.removeEventListener('abort', abort);
      if (interpreter.isServing || this.#disposed) interpreter.kill();
      else this.#spares.push(interpreter);
      if (!this.#disposed) {
        while (this.#spares.length < Number(this.options.spares)) this.#addSpare();
      }
    };
    try {
      // Meanwhile.
      if (this.#disposed) throw new SandboxError('The sandbox has been closed.');
      signal?.throwIfAborted();
      await interpreter.ready;
      return { run: interpreter.serve(job, limits, onEvent), close };
    } catch (error) {
      close();
      throw error;
    }
  }

  /** One that is ready, if there is any. */
  async #take({ mayBeUsed }: { mayBeUsed: boolean }): Promise<ReadyInterpreter> {
    const isFit = (spare: ReadyInterpreter): boolean => mayBeUsed || !spare.wasUsed;
    for (;;) {
      this.#spares = this.#spares.filter(({ isAlive }) => isAlive);
      const fit = this.#spares.filter(isFit);
      const spare =
        fit.find(({ isReady }) => isReady) ?? fit.find(({ wasUsed }) => wasUsed) ?? fit[0];
      if (spare === undefined) return new ReadyInterpreter(this.host);
      this.#spares = this.#spares.filter((other) => other !== spare);
      if (!spare.wasUsed) return spare;
      try {
        await spare.ready;
        return spare;
      } catch {
        // It could not be put back.
      }
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
