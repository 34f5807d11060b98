/** The author's tools, as jobs for interpreters: each request is one job, but for a batch that has to begin anew. */

import type {
  AuthorTools,
  BatchRequest,
  BatchResult,
  BatchTest,
  CellOutcome,
  CellsRequest,
  CellsResult,
  MutateRequest,
  MutateResult,
  RecordRequest,
  RecordResult,
  Tests,
  TestsRequest
} from '../author-tools.js';
import type { AuthorRole } from '../interpreter/job.js';
import { SandboxError, type RunOptions, type RunResult } from '../sandbox.js';
import type { Open } from './interpreter-sandbox.js';
import type { OnEvent, Served } from './job-run.js';
import { TestSessions } from './test-sessions.js';
import { RunCollector } from './run-collector.js';

/** A batch stops its programs itself, but for loops in C: these are left this long past their time. */
const GRACE_SECONDS = 1;

interface AnyRequest {
  seed: number;
  timeLimitSeconds: number;
  memoryLimitMB: number;
}

export class AuthorJobs implements AuthorTools {
  readonly #tests: TestSessions;

  constructor(private readonly open: Open) {
    this.#tests = new TestSessions(open);
  }

  dispose(): void {
    this.#tests.dispose();
  }

  withTests<T>(
    request: TestsRequest,
    use: (tests: Tests) => Promise<T>,
    options: RunOptions = {}
  ): Promise<T> {
    return this.#tests.with(request, use, options);
  }

  async record(request: RecordRequest, options: RunOptions = {}): Promise<RecordResult> {
    const result: Pick<RecordResult, 'error' | 'functions'> = { error: null, functions: [] };
    const { end } = await this.#job('author', request, options, (event) => {
      if (event.event !== 'recorded') return;
      result.error = event.error;
      result.functions = event.functions;
    });
    return { end, ...result };
  }

  async mutate(request: MutateRequest, options: RunOptions = {}): Promise<MutateResult> {
    const result: Pick<MutateResult, 'mutants' | 'calls'> = { mutants: [], calls: [] };
    const { end } = await this.#job('mutation', request, options, (event) => {
      if (event.event !== 'mutation') return;
      result.mutants = event.mutants;
      result.calls = event.calls;
    });
    return { end, ...result };
  }

  async runCells(request: CellsRequest, options: RunOptions = {}): Promise<CellsResult> {
    const cells: CellOutcome[] = [];
    const { end } = await this.#job('cells', request, options, (event) => {
      if (event.event !== 'cell' || event.index !== cells.length) return;
      const { event: _, index: __, ...outcome } = event;
      cells.push(outcome);
    });
    return { end, cells };
  }

  async runBatch(request: BatchRequest, options: RunOptions = {}): Promise<BatchResult[]> {
    const results: BatchResult[] = [];
    let rest = request;
    while (results.length < request.sources.length) {
      const done = await this.#runSome(rest, options);
      if (done.length === 0) throw new SandboxError('Python stopped before the first program.');
      results.push(...done);
      rest = {
        ...rest,
        ...afterBaseline(request, results),
        sources: request.sources.slice(results.length)
      };
    }
    return results;
  }

  /** Runs the programs up to the first that takes the interpreter with it, that one included. */
  async #runSome(request: BatchRequest, options: RunOptions): Promise<BatchResult[]> {
    const results: BatchResult[] = [];
    let tests: BatchTest[] = [];
    let current: RunCollector | null = null;
    const { end, durationMs } = await this.#job(
      'batch',
      request,
      options,
      (event, restartClock) => {
        if (event.event === 'source') {
          restartClock();
          current = new RunCollector();
          tests = [];
        } else if (event.event === 'source-end' && current !== null) {
          results.push({ ...current.result(event), tests });
          current = null;
        } else if (event.event === 'test') {
          const { event: _, ...test } = event;
          tests.push(test);
        } else current?.add(event);
      },
      GRACE_SECONDS
    );
    // Assigned in the callback, which the compiler does not follow.
    const unfinished = current as RunCollector | null;
    if (unfinished !== null) results.push({ ...unfinished.result({ end, durationMs }), tests });
    return results;
  }

  async #job(
    role: AuthorRole,
    request: AnyRequest,
    options: RunOptions,
    onEvent: OnEvent,
    graceSeconds = 0
  ): Promise<Served> {
    const { seed, timeLimitSeconds, memoryLimitMB } = request;
    const opened = await this.open(
      { role, request: JSON.stringify(request), seed, memoryLimitMB },
      { timeLimitSeconds: timeLimitSeconds + graceSeconds, converses: false },
      options,
      onEvent
    );
    try {
      return await opened.run.ended;
    } finally {
      opened.close();
    }
  }
}

/** With the solution's time known, the limit of the programs that are left. */
function afterBaseline(
  { baseline, timeLimitSeconds }: BatchRequest,
  [solution]: readonly RunResult[]
): Partial<BatchRequest> {
  if (!baseline || solution === undefined) return {};
  const seconds = Math.max(1, (5 * solution.durationMs) / 1_000);
  return { baseline: false, timeLimitSeconds: Math.min(timeLimitSeconds, seconds) };
}
