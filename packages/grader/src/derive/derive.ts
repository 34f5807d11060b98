/** A challenge's grading data, derived by running its solution: what it prints, and what its functions do. */

import type { Challenge, Diagnostic } from '@lectern/lesson';
import { explainOutput } from '../checks/explain-output.js';
import { sameOutput, sealedHash } from '../checks/output.js';
import { grade, RUN_SEED } from '../grade.js';
import { GRADING_FORMAT, type GradingData, type OutputCheck } from '../grading-data.js';
import { english, sayIn, type MessageId, type Messages } from '../messages/messages.js';
import type { RecordedFunction } from '../author-tools.js';
import type { PythonError, RunResult, Sandbox } from '../sandbox.js';
import { gradedFunctions, type Candidate } from './graded-calls.js';
import { topLevelFunctions } from './functions.js';
import { GradingProblems } from '../rules.js';
import { whyNotSupported } from './supported.js';

export interface DeriveOptions {
  /** Runs the author's code; never a learner's. */
  sandbox: Sandbox;
  /** SHA-256 of the lesson's text: seeds the variations, so that the same lesson gives the same data. */
  sha256: string;
  signal?: AbortSignal;
  /** The language of what the data itself tells a learner: why a challenge is not graded. */
  messages?: Messages;
}

export interface Derived {
  data: GradingData;
  diagnostics: Diagnostic[];
}

export async function deriveGradingData(
  challenge: Challenge,
  options: DeriveOptions
): Promise<Derived> {
  const problems = new GradingProblems(challenge);
  const data = await new Derivation(challenge, options, problems).run();
  return { data, diagnostics: problems.diagnostics };
}

/** A second seed: what differs between the two runs of the solution is not graded. */
const OTHER_SEED = RUN_SEED + 17;
/** A solution that hangs in more variations than this is left with the calls that it makes itself. */
const MAX_HANGS = 3;
/** Enough for calls with small arguments; a solution that needs more of its own limit is given it. */
const FIRST_LIMIT_SECONDS = 3;

class Derivation {
  constructor(
    private readonly challenge: Challenge,
    private readonly options: DeriveOptions,
    private readonly problems: GradingProblems
  ) {}

  async run(): Promise<GradingData> {
    const { challenge } = this;
    const unsupported = whyNotSupported(challenge);
    if (unsupported !== null) {
      this.problems.report('challenge/not-supported-yet', unsupported.message, unsupported.remedy);
      return this.ungraded('ungraded.not-supported');
    }
    if (challenge.solution === null || challenge.starter.trim() === '') {
      return this.ungraded('ungraded.no-solution');
    }
    const recorded = await this.record(challenge.solution);
    const runs = recorded && (await this.runSolution(challenge.solution, recorded));
    if (!runs) return this.ungraded('ungraded.solution-fails');
    const data: GradingData = {
      ...this.empty(),
      forbid: challenge.forbid,
      require: challenge.require,
      output: this.output(runs.first, runs.second),
      behaviour: await gradedFunctions(runs.candidates, recorded, {
        challenge,
        problems: this.problems,
        runAccepted: (source, calls) => this.runProgram(source, calls, RUN_SEED)
      })
    };
    return this.discriminating(data);
  }

  private async record(solution: string): Promise<RecordedFunction[] | null> {
    const { challenge } = this;
    const inSolution = topLevelFunctions(solution);
    const shared = topLevelFunctions(challenge.starter).filter((name) => inSolution.includes(name));
    if (challenge.behaviour === 'off' || shared.length === 0) return [];
    const { end, error, functions } = await this.options.sandbox.author.record(
      {
        setup: challenge.setup,
        source: solution,
        stdin: challenge.stdin,
        functions: shared,
        sharedNames: [...shared, ...topLevelFunctions(challenge.setup ?? '')],
        seed: RUN_SEED,
        variationSeed: this.options.sha256,
        timeLimitSeconds: challenge.timeLimitSeconds,
        memoryLimitMB: challenge.memoryLimitMB
      },
      this.signalOption()
    );
    if (end !== 'done' || error !== null) {
      this.reportFailure(end, error);
      return null;
    }
    return functions;
  }

  /** Runs the solution under two seeds, without the varied calls in which it hangs. */
  private async runSolution(
    solution: string,
    functions: readonly RecordedFunction[]
  ): Promise<{ first: RunResult; second: RunResult; candidates: Candidate[] } | null> {
    let calls = functions.flatMap(({ name, recorded, varied }) => [
      ...recorded.map((expression) => ({ name, expression, varied: false })),
      ...varied.map((expression) => ({ name, expression, varied: true }))
    ]);
    const fullLimit = this.challenge.timeLimitSeconds;
    let limit = Math.min(FIRST_LIMIT_SECONDS, fullLimit);
    for (let hangs = 0; ; hangs++) {
      const expressions = calls.map(({ expression }) => expression);
      const [first, second] = await Promise.all([
        this.runProgram(solution, expressions, RUN_SEED, limit),
        this.runProgram(solution, expressions, OTHER_SEED, limit)
      ]);
      const hung = calls[Math.min(first.calls.length, second.calls.length)];
      const needsMore = first.program === null || second.program === null || hung?.varied === false;
      if (needsMore && limit < fullLimit) {
        limit = fullLimit;
        continue;
      }
      const failed = [first, second].find(({ program }) => program?.error !== null);
      if (failed !== undefined) {
        this.reportFailure(failed.end, failed.program?.error ?? null);
        return null;
      }
      if (hung === undefined) {
        const candidates = calls.map((call, index) => ({
          ...call,
          outcomes: [first.calls[index], second.calls[index]] as Candidate['outcomes']
        }));
        return { first, second, candidates };
      }
      // Leave out the call that did not end; after some tries, all variations.
      calls = calls.filter((call) => call !== hung && (hangs < MAX_HANGS || !call.varied));
    }
  }

  private runProgram(
    source: string,
    calls: string[],
    seed: number,
    timeLimitSeconds = this.challenge.timeLimitSeconds
  ): Promise<RunResult> {
    const { setup, stdin, memoryLimitMB } = this.challenge;
    return this.options.sandbox.run(
      { setup, source, stdin, calls, seed, timeLimitSeconds, memoryLimitMB },
      this.signalOption()
    );
  }

  private output(first: RunResult, second: RunResult): OutputCheck | null {
    const { expectedOutput, compare, tolerance } = this.challenge;
    if (expectedOutput === null || first.program === null) return null;
    const check = { compare, expected: expectedOutput.text };
    const { stdout } = first.program;
    if (!sameOutput(stdout, check, tolerance)) {
      this.problems.report(
        'challenge/expected-output-mismatch',
        `the solution does not print the Expected Output. ${explainOutput(stdout, check, tolerance, sayIn(english))}\n${diff(check.expected, stdout)}`,
        'Correct the Expected Output or the solution; until then the output is neither shown nor graded.',
        expectedOutput.range
      );
      return null;
    }
    if (!sameOutput(second.program?.stdout ?? '', check, tolerance)) {
      this.problems.report(
        'challenge/output-varies',
        'the solution prints something else in another run, by chance or by the clock.',
        'Seed it, or leave the Expected Output out.',
        expectedOutput.range
      );
      return null;
    }
    if (!expectedOutput.sealed) return check;
    const salt = `${this.options.sha256.slice(0, 16)}:${this.challenge.id}`;
    return { compare, sealed: { salt, sha256: sealedHash(check.expected, compare, salt) } };
  }

  /** Graded only where the checks fail the starter as it stands. */
  private async discriminating(data: GradingData): Promise<GradingData> {
    const hasRules = data.forbid.length + data.require.length > 0;
    if (data.output === null && data.behaviour.length === 0 && !hasRules) {
      this.problems.report(
        'challenge/ungraded',
        'there is nothing to grade an answer by.',
        'Give an Expected Output that the solution prints, or call in the solution the functions that the starter defines.'
      );
      return this.ungraded('ungraded.no-check');
    }
    const verdict = await grade(data, this.challenge.starter, this.options.sandbox, {
      evenUnchanged: true,
      ...this.signalOption()
    });
    if (verdict.status !== 'passed') return data;
    this.problems.report(
      'challenge/ungraded',
      'the starter as it stands passes every check.',
      'Let the solution make a call that the starter answers wrongly, or take more out of the starter.'
    );
    return this.ungraded('ungraded.starter-passes');
  }

  private reportFailure(end: RunResult['end'], error: PythonError | null): void {
    const why =
      error !== null
        ? `it stops with ${error.type}${error.line === null ? '' : ` on its line ${error.line}`}: ${error.message}`
        : end === 'timed-out'
          ? `it does not finish within ${this.challenge.timeLimitSeconds} s`
          : end === 'out-of-memory'
            ? `it needs more than ${this.challenge.memoryLimitMB} MB`
            : 'Python stopped while running it';
    this.problems.report(
      'challenge/solution-fails',
      `the solution does not run: ${why}.`,
      'Run the setup and the solution by themselves, and repair them.'
    );
  }

  private ungraded(reason: Extract<MessageId, `ungraded.${string}`>): GradingData {
    const say = sayIn(this.options.messages ?? english);
    return { ...this.empty(), ungraded: say(reason) };
  }

  private empty(): GradingData {
    const { id, points, timeLimitSeconds, memoryLimitMB, tolerance, setup, stdin, starter } =
      this.challenge;
    return {
      format: GRADING_FORMAT,
      challenge: id,
      points,
      timeLimitSeconds,
      memoryLimitMB,
      tolerance,
      setup,
      stdin,
      starter,
      ungraded: null,
      tests: null,
      output: null,
      behaviour: [],
      forbid: [],
      require: []
    };
  }

  private signalOption(): { signal?: AbortSignal } {
    return this.options.signal === undefined ? {} : { signal: this.options.signal };
  }
}

/** The whole of both texts, a line each: `-` expected, `+` printed by the solution. */
function diff(expected: string, printed: string): string {
  const marked = (mark: string, text: string): string[] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => `  ${mark} ${line}`);
  return [...marked('-', expected), ...marked('+', printed)].join('\n');
}
