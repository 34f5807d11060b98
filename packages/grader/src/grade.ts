/** One answer to one challenge: the verdict. Everything here runs outside the place where the answer runs. */

import { isUnchanged } from './attempted.js';
import { checkBehaviour } from './checks/behaviour.js';
import { checkLocked } from './checks/locked.js';
import { checkOutput } from './checks/output-finding.js';
import { syntaxCheck } from './checks/syntax.js';
import { endedEarly, stoppedWith } from './ending.js';
import type { Finding } from './finding.js';
import type { GradingData } from './grading-data.js';
import { english, sayIn, type Messages } from './messages/messages.js';
import { requirementsOf } from './requirements.js';
import { SandboxError, type ProgramOutcome, type RunResult, type Sandbox } from './sandbox.js';
import {
  CHECK_STATUSES,
  type CheckKind,
  type CheckResult,
  type CheckStatus,
  type Requirement,
  type Verdict,
  type VerdictStatus
} from './verdict.js';

export interface GradeOptions {
  /** Ends the run; the promise is then rejected with the signal's reason. */
  signal?: AbortSignal;
  /** Skips the `not-attempted` shortcut, to see what the checks say of the starter itself. */
  evenUnchanged?: boolean;
  /** The language of what the learner reads; English where it is left out. */
  messages?: Messages;
}

/** Seeds `random` and the clock of every graded run, the solution's own included. */
export const RUN_SEED = 20_260_101;

export async function grade(
  data: GradingData,
  source: string,
  sandbox: Pick<Sandbox, 'run'>,
  options: GradeOptions = {}
): Promise<Verdict> {
  const startedAt = performance.now();
  const verdict = (status: VerdictStatus, checks: CheckResult[]): Verdict => ({
    challenge: data.challenge,
    status,
    points: data.points,
    score: scoreOf(data.points, checks),
    checks,
    durationMs: Math.round(performance.now() - startedAt)
  });
  if (data.ungraded !== null) return verdict('ungraded', []);
  if (options.evenUnchanged !== true && isUnchanged(source, data.starter)) {
    return verdict('not-attempted', []);
  }
  const checks = await runChecks(data, source, sandbox, options);
  return verdict(statusOf(checks), checks);
}

/** The first, in order of precedence, that any check has. */
export function statusOf(checks: readonly CheckResult[]): CheckStatus {
  return (
    CHECK_STATUSES.find((candidate) => checks.some(({ status }) => status === candidate)) ??
    'broken-check'
  );
}

async function runChecks(
  data: GradingData,
  source: string,
  sandbox: Pick<Sandbox, 'run'>,
  { signal, messages = english }: GradeOptions
): Promise<CheckResult[]> {
  try {
    const run = await sandbox.run(
      {
        setup: data.setup,
        source,
        stdin: data.stdin,
        calls: gradedCalls(data),
        seed: RUN_SEED,
        timeLimitSeconds: data.timeLimitSeconds,
        memoryLimitMB: data.memoryLimitMB
      },
      signal === undefined ? {} : { signal }
    );
    return checksOf(data, source, run, messages);
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    const message = sayIn(messages)('broken.sandbox', { reason: error.message });
    return requirementsOf(data, messages).map((requirement) => ({
      ...requirement,
      status: 'broken-check',
      message
    }));
  }
}

/** What the checks of one kind found, by their requirement's name; `undefined` leaves the requirement out. */
type Find = (name: string) => Finding | undefined;

/** One check for each requirement, in their order. */
export function checksOf(
  data: GradingData,
  source: string,
  run: RunResult,
  messages: Messages = english
): CheckResult[] {
  const find = finders(data, source, run, messages);
  return requirementsOf(data, messages).flatMap((requirement: Requirement) => {
    const finding = find[requirement.kind](requirement.name);
    return finding === undefined ? [] : [{ ...requirement, ...finding }];
  });
}

function finders(
  data: GradingData,
  source: string,
  run: RunResult,
  messages: Messages
): Record<CheckKind, Find> {
  const say = sayIn(messages);
  const stopped = whyStopped(data, source, run, messages);
  // Nothing has to run for these; what does not parse cannot be read either.
  const unread = isSyntaxError(run.program) ? stopped : undefined;
  const static_ = {
    locked: () => unread ?? checkLocked(source, data.starter, say),
    syntax: unread === undefined ? syntaxCheck(source, say) : () => unread
  };
  const { program } = run;
  if (stopped !== undefined || program === null) {
    const ended = (): Finding | undefined => stopped;
    return { ...static_, test: ended, output: ended, behaviour: ended };
  }
  const functions = checkFunctions(data, source, run, messages);
  return {
    ...static_,
    test: () => undefined,
    output: () =>
      data.output === null
        ? undefined
        : checkOutput(data.output, program.stdout, data.tolerance, say),
    behaviour: (name) => functions.get(name)
  };
}

/** Where the program did not come to its end. */
function whyStopped(
  data: GradingData,
  source: string,
  run: RunResult,
  messages: Messages
): Finding | undefined {
  if (run.program === null) return endedEarly(run, data, sayIn(messages));
  const { error } = run.program;
  return error === null ? undefined : stoppedWith(error, source, sayIn(messages));
}

/** The answer does not parse: nothing of it ran, so its traceback has no frame. */
function isSyntaxError(program: ProgramOutcome | null): boolean {
  if (program?.error == null) return false;
  const { type, traceback } = program.error;
  return (
    /^(?:SyntaxError|IndentationError|TabError)$/.test(type) && !traceback.startsWith('Traceback')
  );
}

/** Every call that is graded, in the order of the functions. */
export function gradedCalls({ behaviour }: GradingData): string[] {
  return behaviour.flatMap(({ calls }) => calls.map(({ expression }) => expression));
}

/** By the function's name. */
function checkFunctions(
  data: GradingData,
  source: string,
  run: RunResult,
  messages: Messages
): Map<string, Finding> {
  const { tolerance } = data;
  const say = sayIn(messages);
  let from = 0;
  return new Map(
    data.behaviour.map((graded) => {
      const outcomes = run.calls.slice(from, from + graded.calls.length);
      from += graded.calls.length;
      const unfinished = graded.calls[outcomes.length];
      return [
        graded.name,
        unfinished !== undefined && run.end !== 'done'
          ? endedEarly(run, data, say, unfinished.expression)
          : checkBehaviour(graded, run, outcomes, { source, tolerance, say })
      ];
    })
  );
}

/**
 * points × weight passed ÷ weight. A check that is broken is left out; where a rule that weighs nothing is broken,
 * there are no points; where there are rules only, they decide.
 */
function scoreOf(points: number, checks: readonly CheckResult[]): number {
  if (checks.some(({ weight, status }) => weight === 0 && status === 'failed')) return 0;
  const counted = checks.filter(({ status }) => status !== 'broken-check');
  const weigh = (some: readonly CheckResult[]): number =>
    some.reduce((sum, { weight }) => sum + weight, 0);
  const all = weigh(checks);
  if (all === 0) return statusOf(checks) === 'passed' ? points : 0;
  const weighed = weigh(counted);
  const passed = weigh(counted.filter(({ status }) => status === 'passed'));
  return weighed === 0 ? 0 : (points * passed) / weighed;
}
