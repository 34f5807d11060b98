/** One answer to one challenge: the verdict. Everything here runs outside the place where the answer runs. */

import { isUnchanged } from './attempted.js';
import { checkBehaviour } from './checks/behaviour.js';
import { runTests } from './checks/tests.js';
import { explainOutput, sameOutput } from './checks/output.js';
import { shorten } from './checks/show-value.js';
import type { GradingData } from './grading-data.js';
import { requirementsOf } from './requirements.js';
import { SandboxError, type Conversation, type RunResult, type Sandbox } from './sandbox.js';
import {
  CHECK_STATUSES,
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
  /** Another seed for the run than every learner's, to see what depends on chance. */
  seed?: number;
}

/** Seeds `random` and the clock of every graded run, the solution's own included. */
export const RUN_SEED = 20_260_101;
/** A second one: what differs between two runs of the solution is not graded. */
export const OTHER_SEED = RUN_SEED + 17;

/** What grading asks of a sandbox. */
export type GradingSandbox = Pick<Sandbox, 'run'> & {
  author: Pick<Sandbox['author'], 'withTests'>;
};

export async function grade(
  data: GradingData,
  source: string,
  sandbox: GradingSandbox,
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
  sandbox: GradingSandbox,
  { signal, seed = RUN_SEED }: GradeOptions
): Promise<CheckResult[]> {
  const { tests, tolerance } = data;
  const options = signal === undefined ? {} : { signal };
  let tested: Map<string, Finding> = new Map();
  const converse =
    tests === null
      ? {}
      : {
          converse: async (conversation: Conversation): Promise<void> => {
            const { author } = sandbox;
            const context = { tests, source, author, tolerance, seed };
            tested = await runTests(context, conversation, options);
          }
        };
  let run: RunResult;
  try {
    run = await sandbox.run(
      {
        setup: data.setup,
        source,
        stdin: data.stdin,
        calls: gradedCalls(data),
        seed,
        timeLimitSeconds: data.timeLimitSeconds,
        memoryLimitMB: data.memoryLimitMB
      },
      { ...options, ...converse }
    );
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    return everyCheck(data, {
      status: 'broken-check',
      message: `The checker could not run your answer, which is not your fault. ${error.message}`
    });
  }
  return checksOf(data, run, tested);
}

/** What a check found; the rest of its result is its requirement. */
type Finding = Omit<CheckResult, keyof Requirement>;

/** One check for each requirement, in their order. */
export function checksOf(
  data: GradingData,
  run: RunResult,
  tested: ReadonlyMap<string, Finding> = new Map()
): CheckResult[] {
  const { program } = run;
  if (program === null) return everyCheck(data, endedEarly(run, data));
  if (program.error !== null) {
    const { type, message, line, traceback } = program.error;
    return everyCheck(data, {
      status: 'error',
      message: shorten(
        `Your code stopped with ${type}${line === null ? '' : ` on line ${line}`}${message === '' ? '' : `: ${message}`}.`,
        400
      ),
      actual: traceback
    });
  }
  const functions = checkFunctions(data, run);
  return requirementsOf(data).flatMap((requirement) => {
    const finding =
      requirement.kind === 'output'
        ? checkOutput(data, program.stdout)
        : requirement.kind === 'behaviour'
          ? functions.get(requirement.name)
          : requirement.kind === 'test'
            ? (tested.get(requirement.name) ?? endedEarly(run, data))
            : undefined;
    return finding === undefined ? [] : [veiled({ ...requirement, ...finding })];
  });
}

function everyCheck(data: GradingData, finding: Finding): CheckResult[] {
  return requirementsOf(data).map((requirement) => veiled({ ...requirement, ...finding }));
}

/** What a withheld check found is for the instructor: its message would give it away. */
function veiled(check: CheckResult): CheckResult {
  if (check.withheld !== true || check.status === 'passed') return check;
  const { expected: _, actual: __, line: ___, explanation: ____, message, ...rest } = check;
  return { instructor: message, ...rest, message: 'A check that is not shown does not hold.' };
}

/** Every call that is graded, in the order of the functions. */
export function gradedCalls({ behaviour }: GradingData): string[] {
  return behaviour.flatMap(({ calls }) => calls.map(({ expression }) => expression));
}

function checkOutput(data: GradingData, stdout: string): Finding | undefined {
  const check = data.output;
  if (check === null) return undefined;
  if (sameOutput(stdout, check, data.tolerance)) {
    return { status: 'passed', message: 'Your code prints what was asked for.' };
  }
  return {
    status: 'failed',
    message: explainOutput(stdout, check, data.tolerance),
    ...('expected' in check ? { expected: check.expected } : {}),
    actual: stdout
  };
}

/** By the function's name. */
function checkFunctions(data: GradingData, run: RunResult): Map<string, Finding> {
  let from = 0;
  return new Map(
    data.behaviour.map((graded) => {
      const outcomes = run.calls.slice(from, from + graded.calls.length);
      from += graded.calls.length;
      const unfinished = graded.calls[outcomes.length];
      return [
        graded.name,
        unfinished !== undefined && run.end !== 'done'
          ? endedEarly(run, data, unfinished.expression)
          : checkBehaviour(graded, run, outcomes, data.tolerance)
      ];
    })
  );
}

/** Why nothing more is known: the run ended in the program, or in a call. */
function endedEarly(run: RunResult, data: GradingData, call?: string): Finding {
  const what = call === undefined ? 'Your code' : shorten(call, 200);
  switch (run.end) {
    case 'timed-out':
      return {
        status: 'timed-out',
        message: `${what} did not finish within ${data.timeLimitSeconds} s and was stopped. Look for a loop that never ends.`
      };
    case 'out-of-memory':
      return {
        status: 'out-of-memory',
        message: `${what} needed more than ${data.memoryLimitMB} MB of memory and was stopped. Look for something that grows without end.`
      };
    default:
      return { status: 'error', message: `${what} made Python stop before it was done.` };
  }
}

/**
 * points × weight passed ÷ weight. A check that is broken is left out; where a rule that weighs nothing is broken,
 * there are no points.
 */
function scoreOf(points: number, checks: readonly CheckResult[]): number {
  if (checks.some(({ weight, status }) => weight === 0 && status === 'failed')) return 0;
  const counted = checks.filter(({ status }) => status !== 'broken-check');
  const weigh = (some: readonly CheckResult[]): number =>
    some.reduce((sum, { weight }) => sum + weight, 0);
  const all = weigh(counted);
  return all === 0
    ? 0
    : (points * weigh(counted.filter(({ status }) => status === 'passed'))) / all;
}
