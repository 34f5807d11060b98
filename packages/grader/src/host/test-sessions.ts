/** Interpreters that run an author's tests: kept for the next answer, since no learner's code is ever in them. */

import {
  TestEnded,
  type AnswerFacts,
  type OutlinedTest,
  type TestOutcome,
  type Tests,
  type TestsRequest
} from '../author-tools.js';
import { RunEnded, SandboxError, type Conversation, type RunOptions } from '../sandbox.js';
import type { Open, Opened } from './interpreter-sandbox.js';
import type { Event } from './protocol.js';

/** Each holds some 300 MB. */
const MAX_IDLE = 2;
const MEMORY_LIMIT_MB = 512;
/** One run of a test up to its next question; the answer's own time is not in it. */
const STEP_LIMITS = { timeLimitSeconds: 5, converses: true };

export class TestSessions {
  /** The one that was used last stands at the end. */
  #idle: TestSession[] = [];
  #isDisposed = false;

  constructor(private readonly open: Open) {}

  async with<T>(
    request: TestsRequest,
    use: (tests: Tests) => Promise<T>,
    options: Pick<RunOptions, 'signal'>
  ): Promise<T> {
    const key = JSON.stringify(request);
    const session = this.#take(key) ?? (await TestSession.open(key, request, this.open));
    let isWhole = false;
    const abort = (): void => session.close();
    options.signal?.addEventListener('abort', abort, { once: true });
    try {
      const result = await use(session);
      isWhole = true;
      return result;
    } finally {
      options.signal?.removeEventListener('abort', abort);
      if (isWhole && session.isUsable && !this.#isDisposed) this.#keep(session);
      else session.close();
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const session of this.#idle.splice(0)) session.close();
  }

  #take(key: string): TestSession | null {
    const index = this.#idle.findLastIndex((session) => session.key === key && session.isUsable);
    return index < 0 ? null : (this.#idle.splice(index, 1)[0] ?? null);
  }

  #keep(session: TestSession): void {
    this.#idle.push(session);
    while (this.#idle.length > MAX_IDLE) this.#idle.shift()?.close();
  }
}

class TestSession implements Tests {
  problem: Tests['problem'] = null;
  functions: OutlinedTest[] = [];
  publicSource = '';
  #opened!: Opened;
  #isOver = false;

  private constructor(readonly key: string) {}

  static async open(key: string, request: TestsRequest, open: Open): Promise<TestSession> {
    const session = new TestSession(key);
    const job = {
      role: 'tests' as const,
      request: JSON.stringify(request),
      seed: request.seed,
      memoryLimitMB: MEMORY_LIMIT_MB
    };
    session.#opened = await open(job, STEP_LIMITS, {}, (event) => {
      if (event.event !== 'tests') return;
      session.problem = event.problem;
      session.functions = event.functions;
      session.publicSource = event.public;
    });
    const { run } = session.#opened;
    const end = await Promise.race([run.idle.then(() => null), run.ended]);
    session.#isOver = end !== null;
    if (end !== null && session.problem === null) {
      session.problem = { text: `the tests do not come to their end (${end.end})`, line: null };
    }
    void run.ended.then(
      () => (session.#isOver = true),
      () => (session.#isOver = true)
    );
    return session;
  }

  get isUsable(): boolean {
    return !this.#isOver && this.problem === null;
  }

  async run(name: string, answer: AnswerFacts, ask: Conversation['ask']): Promise<TestOutcome> {
    let event = await this.#step({ test: name, answer });
    while (event.event === 'asks') event = await this.#step({ outcome: await ask(event.question) });
    if (event.event !== 'test') throw new SandboxError('The tests gave no result.');
    return event.outcome;
  }

  async #step(message: object): Promise<Event> {
    try {
      return await this.#opened.run.ask(message, { afresh: true });
    } catch (error) {
      throw error instanceof RunEnded ? new TestEnded(error.end) : error;
    }
  }

  close(): void {
    this.#isOver = true;
    this.#opened.close();
  }
}
