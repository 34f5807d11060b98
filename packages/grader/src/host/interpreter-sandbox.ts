/** The Sandbox that every host shares: one fresh interpreter a run, a spare one kept ready, a clock on each. */

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
  timeLimitSeconds: number,
  options: Pick<RunOptions, 'signal'>,
  onEvent: OnEvent
) => Promise<Opened>;

export class InterpreterSandbox implements Sandbox {
  readonly author = new AuthorJobs((...job) => this.#open(...job));
  #spare: ReadyInterpreter | null = null;
  #disposed = false;

  /** `spares`: keep the next interpreter ready while none is asked for. */
  constructor(
    private readonly host: InterpreterHost,
    private readonly options: { spares: boolean }
  ) {}

  async prewarm(): Promise<void> {
    if (this.#disposed) return;
    this.#spare ??= new ReadyInterpreter(this.host);
    await this.#spare.ready;
  }

  async run(request: RunRequest, options: RunOptions = {}): Promise<RunResult> {
    const collector = new RunCollector();
    const { timeLimitSeconds, memoryLimitMB, ...python } = request;
    const { converse } = options;
    const asked = JSON.stringify({ ...python, converse: converse !== undefined });
    const opened = await this.#open(
      { role: 'answer', request: asked, seed: request.seed, memoryLimitMB },
      timeLimitSeconds,
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
    this.#spare?.kill();
    this.#spare = null;
    this.author.dispose();
    this.host.dispose();
  }

  async #open(...[job, timeLimitSeconds, { signal }, onEvent]: Parameters<Open>): Promise<Opened> {
    if (this.#disposed) throw new SandboxError('The sandbox has been closed.');
    signal?.throwIfAborted();
    const interpreter = this.#spare ?? new ReadyInterpreter(this.host);
    this.#spare = null;
    const abort = (): void => interpreter.kill(abortReason(signal));
    signal?.addEventListener('abort', abort, { once: true });
    const close = (): void => {
      signal?.removeEventListener('abort', abort);
      interpreter.kill();
      // A failure to make the next one ready is told to whoever asks for it.
      if (this.options.spares) this.prewarm().catch(() => (this.#spare = null));
    };
    try {
      await interpreter.ready;
      return { run: interpreter.serve(job, timeLimitSeconds, onEvent), close };
    } catch (error) {
      close();
      throw error;
    }
  }
}

/** Lets `converse` ask the program, where it came to its end, until it has nothing more to ask. */
async function conversation(
  run: JobRun,
  collector: RunCollector,
  converse: (conversation: Conversation) => Promise<void>
): Promise<void> {
  const isIdle = await Promise.race([run.idle.then(() => true), run.ended.then(() => false)]);
  const { program } = collector;
  if (!isIdle || program === null) return;
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
