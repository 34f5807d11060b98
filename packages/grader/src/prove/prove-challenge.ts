/** Proves a challenge by running it: what must pass passes, what must fail fails, and so do the solution's mutants. */

import type { Answer, Challenge, Diagnostic } from '@lectern/lesson';
import type { Derived } from '../derive/derive.js';
import { inPairs } from '../in-pairs.js';
import { grade } from '../grade.js';
import type { GradingData } from '../grading-data.js';
import { GradingProblems } from '../rules.js';
import type { Sandbox } from '../sandbox.js';
import type { Verdict, VerdictStatus } from '../verdict.js';
import {
  NO_MUTANTS,
  NotMeasured,
  tryMutants,
  type MutationOptions,
  type MutationResult,
  type Survivor
} from './mutation.js';

export interface ChallengeProof {
  id: string;
  gradedBy: ('tests' | 'output' | 'behaviour' | 'syntax')[];
  /** Statuses of verdicts; everything is `ungraded` where the challenge is. */
  solution: VerdictStatus;
  /** As the checks see it, and not merely `not-attempted`. */
  starter: VerdictStatus;
  accepted: VerdictStatus[];
  rejected: VerdictStatus[];
  mutants: { killed: number; survived: number; equivalent: number };
  /** killed ÷ (killed + survived); `null` where there is no mutant to tell. */
  discrimination: number | null;
}

export interface Proven {
  proof: ChallengeProof;
  /** Those of the derivation included. */
  diagnostics: Diagnostic[];
}

/** A discrimination below this is a warning. */
const ENOUGH = 0.8;
const SHOWN_SURVIVORS = 3;

export interface ProveOptions extends MutationOptions {
  /** Another Python, in which every answer must have the statuses that it has in the sandbox. */
  cpython?: { run: Sandbox['run']; version: string } | null;
}

export async function proveChallenge(
  challenge: Challenge,
  derived: Derived,
  options: ProveOptions
): Promise<Proven> {
  const problems = new GradingProblems(challenge, derived.diagnostics);
  const proof = await new Proving(challenge, derived.full, options, problems).run();
  return { proof, diagnostics: problems.diagnostics };
}

class Proving {
  constructor(
    private readonly challenge: Challenge,
    private readonly data: GradingData,
    private readonly options: ProveOptions,
    private readonly problems: GradingProblems
  ) {}

  async run(): Promise<ChallengeProof> {
    const { id, starter, solution, accepted, rejected } = this.challenge;
    const { data } = this;
    if (data.ungraded !== null || solution === null) return this.ungraded();
    const answers = [solution, starter, ...sources(accepted), ...sources(rejected)];
    const verdicts = await inPairs(answers, (source) => this.grade(source));
    const [ofSolution, ofStarter, ...others] = verdicts as [Verdict, Verdict, ...Verdict[]];
    const ofAccepted = others.slice(0, accepted.length);
    const ofRejected = others.slice(accepted.length);
    if (ofSolution.status !== 'passed') this.reportSolution(ofSolution);
    ofAccepted.forEach((verdict, index) => this.requirePass(verdict, accepted[index]));
    ofRejected.forEach((verdict, index) => this.requireFailure(verdict, rejected[index]));
    await this.compareWithCPython(answers, verdicts);
    const mutation = ofSolution.status === 'passed' ? await this.mutation(solution) : NO_MUTANTS;
    const discrimination = share(mutation);
    if (discrimination !== null && discrimination < ENOUGH) {
      this.reportWeakness(mutation, discrimination);
    }
    return {
      id,
      gradedBy: gradedBy(data),
      solution: ofSolution.status,
      starter: ofStarter.status,
      accepted: ofAccepted.map(({ status }) => status),
      rejected: ofRejected.map(({ status }) => status),
      mutants: {
        killed: mutation.killed,
        survived: mutation.survivors.length,
        equivalent: mutation.equivalent
      },
      discrimination
    };
  }

  private async mutation(solution: string): Promise<MutationResult> {
    try {
      return await tryMutants(this.challenge, solution, this.data, this.options);
    } catch (error) {
      if (!(error instanceof NotMeasured)) throw error;
      this.problems.report(
        'challenge/not-measured',
        `it is not known which mistakes the checks find: ${error.message}`,
        'Check again when less else is running; or make the solution quicker, and leave nothing behind that a second run would meet.'
      );
      return NO_MUTANTS;
    }
  }

  private grade(source: string): Promise<Verdict> {
    const { sandbox, signal } = this.options;
    return grade(this.data, source, sandbox, {
      evenUnchanged: true,
      ...(signal === undefined ? {} : { signal })
    });
  }

  private async compareWithCPython(answers: string[], verdicts: Verdict[]): Promise<void> {
    const { cpython } = this.options;
    if (cpython == null) return;
    const there = {
      run: cpython.run.bind(cpython),
      author: this.options.sandbox.author
    };
    const others = await inPairs(answers, (source) =>
      grade(this.data, source, there, { evenUnchanged: true })
    );
    for (const [index, verdict] of verdicts.entries()) {
      const different = verdict.checks.find(
        ({ status }, check) => others[index]?.checks[check]?.status !== status
      );
      if (different === undefined) continue;
      const other = others[index]?.checks.find(({ name }) => name === different.name);
      this.problems.report(
        'challenge/statuses-differ',
        `the check ${different.name} of ${this.nameOf(index)} is ${different.status} in the browser’s Python, and ${other?.status ?? 'not there'} in CPython ${cpython.version}.`,
        'Leave out what the two do differently: the platform, the clock, the memory, threads.'
      );
    }
  }

  /** Of the answers in the order in which they are run. */
  private nameOf(index: number): string {
    const { accepted, rejected } = this.challenge;
    if (index < 2) return index === 0 ? 'the solution' : 'the starter';
    const answer = [...accepted, ...rejected][index - 2];
    const kind = index - 2 < accepted.length ? 'an Accepted answer' : 'a Rejected answer';
    return answer === undefined ? kind : nameOf(answer, kind);
  }

  private ungraded(): ChallengeProof {
    const { id, accepted, rejected } = this.challenge;
    return {
      id,
      gradedBy: [],
      solution: 'ungraded',
      starter: 'ungraded',
      accepted: accepted.map(() => 'ungraded'),
      rejected: rejected.map(() => 'ungraded'),
      mutants: { killed: 0, survived: 0, equivalent: 0 },
      discrimination: null
    };
  }

  private reportSolution(verdict: Verdict): void {
    this.problems.report(
      'challenge/solution-fails',
      `the solution does not pass: ${told(verdict)}`,
      'Correct the solution, or what it is checked by.'
    );
  }

  private requirePass(verdict: Verdict, answer: Answer | undefined): void {
    if (verdict.status === 'passed' || answer === undefined) return;
    this.problems.report(
      'challenge/accepted-fails',
      `${nameOf(answer, 'an Accepted answer')} does not pass (${verdict.status}): ${told(verdict)}`,
      'Correct the answer, or let the checks accept it.',
      answer.range
    );
  }

  private requireFailure(verdict: Verdict, answer: Answer | undefined): void {
    if (answer === undefined) return;
    const name = nameOf(answer, 'a Rejected answer');
    if (verdict.status === 'passed') {
      this.problems.report(
        'challenge/rejected-passes',
        `${name} passes every check.`,
        'Let the solution make a call on which it goes wrong, or add a test for it.',
        answer.range
      );
    } else if (answer.message !== null && !says(verdict, answer.message)) {
      this.problems.report(
        'challenge/rejected-message',
        `the learner of ${name} should be told "${answer.message}", and is told: ${told(verdict)}`,
        'Correct the message, or add a test that gives it.',
        answer.range
      );
    }
  }

  private reportWeakness({ killed, survivors }: MutationResult, discrimination: number): void {
    const shown = survivors.slice(0, SHOWN_SURVIVORS).map((survivor) => this.describe(survivor));
    const more = survivors.length - shown.length;
    this.problems.report(
      'challenge/weak-checks',
      [
        `only ${killed} of ${killed + survivors.length} mutants of the solution fail (discrimination ${discrimination.toFixed(2)}). Passing, though they do something else:`,
        ...shown,
        ...(more > 0 ? [`  and ${more} more`] : [])
      ].join('\n'),
      'Let the solution make a call on which they differ, or add a test for it.'
    );
  }

  private describe({ mutant, difference }: Survivor): string {
    const changed = lineDifference(this.challenge.solution ?? '', mutant.source);
    return [
      `  line ${mutant.line} of the solution (${mutant.operator})`,
      ...changed.map((line) => `  ${line}`),
      ...(difference === null ? [] : [`  ${difference}`])
    ].join('\n');
  }
}

function gradedBy({
  tests,
  output,
  behaviour,
  forbid,
  require
}: GradingData): ChallengeProof['gradedBy'] {
  return [
    ...(tests === null ? [] : (['tests'] as const)),
    ...(output === null ? [] : (['output'] as const)),
    ...(behaviour.length === 0 ? [] : (['behaviour'] as const)),
    ...(forbid.length + require.length === 0 ? [] : (['syntax'] as const))
  ];
}

function sources(answers: readonly Answer[]): string[] {
  return answers.map(({ source }) => source);
}

function nameOf({ file }: Answer, otherwise: string): string {
  return file ?? otherwise;
}

/** What the learner reads of what is not right. */
function told({ checks }: Verdict): string {
  return checks
    .filter(({ status }) => status !== 'passed')
    .map(({ message }) => message)
    .join(' ');
}

function says({ checks }: Verdict, message: string): boolean {
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return checks.some((check) => plain(check.message).includes(plain(message)));
}

function share({ killed, survivors }: MutationResult): number | null {
  const all = killed + survivors.length;
  return all === 0 ? null : killed / all;
}

/** The lines in which two texts differ, between their common beginning and end: `-` before, `+` after. */
export function lineDifference(before: string, after: string): string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  let from = 0;
  while (from < old.length && from < fresh.length && old[from] === fresh[from]) from++;
  let same = 0;
  while (
    same < Math.min(old.length, fresh.length) - from &&
    old[old.length - 1 - same] === fresh[fresh.length - 1 - same]
  ) {
    same++;
  }
  return [
    ...old.slice(from, old.length - same).map((line) => `- ${line}`),
    ...fresh.slice(from, fresh.length - same).map((line) => `+ ${line}`)
  ];
}
