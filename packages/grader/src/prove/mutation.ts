/** How many of a solution's mutants the checks find out, and which they do not. */

import type { Challenge } from '@lectern/lesson';
import type { BatchRequest, BatchResult, Mutant } from '../author-tools.js';
import { sameOutcome } from '../checks/behaviour.js';
import { showOutcome } from '../checks/show-value.js';
import { testFinding } from '../checks/test-finding.js';
import { topLevelFunctions } from '../derive/functions.js';
import { checksOf, gradedCalls, RUN_SEED, statusOf } from '../grade.js';
import type { GradingData } from '../grading-data.js';
import { english, sayIn } from '../messages/messages.js';
import type { CallOutcome, RunOptions, Sandbox } from '../sandbox.js';

export interface MutationResult {
  killed: number;
  survivors: Survivor[];
  /** Mutants that pass, and do the same as the solution in every random call. */
  equivalent: number;
}

export const NO_MUTANTS: MutationResult = { killed: 0, survivors: [], equivalent: 0 };

export interface Survivor {
  mutant: Mutant;
  /** A call that tells it from the solution, and what the two do; `null` where it only takes longer. */
  difference: string | null;
}

/** Calls a function on which a mutant must agree with the solution to count as equivalent. */
const RANDOM_CALLS = 500;
/** More are made up, since the solution raises on some. */
const MADE_UP = 2 * RANDOM_CALLS;
const RANDOM_CALLS_LIMIT_SECONDS = 10;
/** For making the mutants and the calls: the challenge's own limit is for answers. */
const MUTATE_LIMIT_SECONDS = 60;
const MAX_HANGS = 3;

/** The mutants could not be made, or not be told from the solution: nothing is known of the checks. */
export class NotMeasured extends Error {
  override name = 'NotMeasured';
}

export interface MutationOptions extends RunOptions {
  sandbox: Sandbox;
  /** SHA-256 of the lesson's text: chooses the mutants, where there are many, and the random calls. */
  sha256: string;
}

/** `solution` must pass the checks of `data`. @throws {NotMeasured} */
export async function tryMutants(
  challenge: Challenge,
  solution: string,
  data: GradingData,
  options: MutationOptions
): Promise<MutationResult> {
  return new MutationTrial(challenge, solution, data, options).run();
}

class MutationTrial {
  constructor(
    private readonly challenge: Challenge,
    private readonly solution: string,
    private readonly data: GradingData,
    private readonly options: MutationOptions
  ) {}

  async run(): Promise<MutationResult> {
    const { mutants, calls } = await this.mutate();
    if (mutants.length === 0) return NO_MUTANTS;
    const passing = await this.passing(mutants);
    const survivors = await this.survivors(passing, calls);
    return {
      killed: mutants.length - passing.length,
      survivors,
      equivalent: passing.length - survivors.length
    };
  }

  private async survivors(passing: Mutant[], calls: string[]): Promise<Survivor[]> {
    if (passing.length === 0) return [];
    // Of methods no calls are made up: what the tests let through may well be wrong.
    if (calls.length === 0 && this.data.tests !== null) {
      return passing.map((mutant) => ({ mutant, difference: null }));
    }
    return this.different(passing, calls);
  }

  private async mutate(): Promise<{ mutants: Mutant[]; calls: string[] }> {
    const { tests, output, behaviour } = this.data;
    // Output is made by the whole program, and tests may call any of it; behaviour is of the functions that are graded.
    const whole = output !== null || tests !== null;
    const made = await this.author.mutate(
      {
        ...this.limits(),
        timeLimitSeconds: MUTATE_LIMIT_SECONDS,
        source: this.solution,
        scope: whole ? null : behaviour.map(({ name }) => name),
        functions: whole
          ? await this.recordedCalls()
          : behaviour.map(({ name, calls }) => ({
              name,
              calls: calls.map(({ expression }) => expression)
            })),
        sharedNames: this.functions(),
        randomCalls: MADE_UP,
        variationSeed: this.options.sha256
      },
      this.signal()
    );
    if (made.end !== 'done') throw new NotMeasured(`Making them ended early (${made.end}).`);
    return made;
  }

  private async recordedCalls(): Promise<{ name: string; calls: string[] }[]> {
    const { functions } = await this.author.record(
      {
        ...this.limits(),
        source: this.solution,
        functions: topLevelFunctions(this.solution),
        sharedNames: this.functions(),
        variationSeed: this.options.sha256
      },
      this.signal()
    );
    const tested = await this.testedCalls();
    return functions.map(({ name, recorded }) => ({
      name,
      calls: [...recorded, ...tested.filter((call) => call.startsWith(`${name}(`))]
    }));
  }

  /** Calls that the tests make; without those on objects that only a test has. */
  private async testedCalls(): Promise<string[]> {
    if (this.data.tests === null) return [];
    const [solution] = await this.batch({
      sources: [this.solution],
      calls: [],
      baseline: false,
      tests: this.tests()
    });
    const asked = (solution?.tests ?? []).flatMap((test) => test.asked);
    return [...new Set(asked)].filter((call) => !call.includes('_lectern_'));
  }

  private tests(): BatchRequest['tests'] {
    const { tests, tolerance } = this.data;
    if (tests === null) return null;
    const names = tests.functions.map(({ name }) => name);
    return { source: tests.source, names, tolerance, seed: RUN_SEED };
  }

  private functions(): string[] {
    return topLevelFunctions(`${this.challenge.setup ?? ''}\n${this.solution}`);
  }

  private async passing(mutants: Mutant[]): Promise<Mutant[]> {
    const [solution, ...runs] = await this.batch({
      sources: [this.solution, ...mutants.map(({ source }) => source)],
      calls: gradedCalls(this.data),
      tests: this.tests(),
      baseline: true
    });
    // Programs share an interpreter here: what the solution cannot do in it says nothing about a mutant.
    if (solution === undefined || !this.passes(this.solution, solution)) {
      const why = solution === undefined || solution.end === 'done' ? 'it fails' : solution.end;
      throw new NotMeasured(
        `The solution passes by itself, and not among other programs in one interpreter (${why}).`
      );
    }
    return mutants.filter(({ source }, index) => {
      const run = runs[index];
      return run !== undefined && this.passes(source, run);
    });
  }

  private passes(source: string, run: BatchResult): boolean {
    const tested = new Map(
      run.tests.map(({ name, outcome }) => [
        name,
        testFinding(outcome, { source, say: sayIn(english) })
      ])
    );
    return statusOf(checksOf(this.data, source, run, { tested })) === 'passed';
  }

  /** Those that random calls tell from the solution. */
  private async different(mutants: Mutant[], calls: string[]): Promise<Survivor[]> {
    const known = await this.outcomes(calls);
    const runs = await this.batch({
      sources: [this.solution, ...mutants.map(({ source }) => source)],
      calls: known.map(({ call }) => call),
      baseline: true,
      timeLimitSeconds: RANDOM_CALLS_LIMIT_SECONDS
    });
    return mutants.flatMap((mutant, index) => {
      const run = runs[index + 1];
      if (run === undefined) return [];
      const wrong = known
        .map(({ call, outcome }, position) => ({ call, outcome, actual: run.calls[position] }))
        .filter(
          ({ outcome, actual }) =>
            actual === undefined || !sameOutcome(actual, outcome, this.data.tolerance)
        )
        .sort((left, right) => left.call.length - right.call.length);
      const [smallest] = wrong;
      if (smallest === undefined) return [];
      const { call, outcome, actual } = smallest;
      const difference =
        actual && `${call} ${showOutcome(actual)}; in the solution it ${showOutcome(outcome)}`;
      return [{ mutant, difference: difference ?? null }];
    });
  }

  /** What the solution does in calls that it can make: those in which it raises or hangs are no one's business. */
  private async outcomes(calls: string[]): Promise<{ call: string; outcome: CallOutcome }[]> {
    const known: { call: string; outcome: CallOutcome }[] = [];
    let rest = calls;
    for (let hangs = 0; rest.length > 0 && hangs <= MAX_HANGS; hangs++) {
      const [run] = await this.batch({
        sources: [this.solution],
        calls: rest,
        baseline: false,
        timeLimitSeconds: RANDOM_CALLS_LIMIT_SECONDS
      });
      const done = run?.calls ?? [];
      known.push(
        ...done.flatMap((outcome, index) => {
          const call = rest[index];
          return call === undefined || outcome.error !== null ? [] : [{ call, outcome }];
        })
      );
      // Past the call in which it hung.
      rest = rest.slice(done.length + 1);
    }
    return firstOfEach(known);
  }

  private batch(
    request: Pick<BatchRequest, 'sources' | 'calls' | 'baseline'> &
      Partial<Pick<BatchRequest, 'timeLimitSeconds' | 'tests'>>
  ): Promise<BatchResult[]> {
    return this.author.runBatch({ ...this.limits(), tests: null, ...request }, this.signal());
  }

  private get author(): Sandbox['author'] {
    return this.options.sandbox.author;
  }

  private limits(): Omit<BatchRequest, 'sources' | 'calls' | 'baseline' | 'tests'> {
    const { setup, stdin, timeLimitSeconds, memoryLimitMB } = this.challenge;
    return { setup, stdin, timeLimitSeconds, memoryLimitMB, seed: RUN_SEED };
  }

  private signal(): RunOptions {
    return this.options.signal === undefined ? {} : { signal: this.options.signal };
  }
}

/** At most RANDOM_CALLS of each function. */
function firstOfEach<T extends { call: string }>(known: readonly T[]): T[] {
  const counts = new Map<string, number>();
  return known.filter(({ call }) => {
    const name = call.slice(0, call.indexOf('('));
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count <= RANDOM_CALLS;
  });
}
