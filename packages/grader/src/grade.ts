/** One answer to one challenge: the verdict. Everything here runs outside the place where the answer runs. */

import { isUnchanged } from './attempted.js';
import { checkBehaviour } from './checks/behaviour.js';
import { explainOutput, sameOutput } from './checks/output.js';
import { shorten } from './checks/show-value.js';
import type { GradingData } from './grading-data.js';
import { SandboxError, type RunResult, type Sandbox } from './sandbox.js';
import {
  CHECK_STATUSES,
  type CheckResult,
  type CheckStatus,
  type Verdict,
  type VerdictStatus
} from './verdict.js';

export interface GradeOptions {
  /** Ends the run; the promise is then rejected with the signal's reason. */
  signal?: AbortSignal;
  /** Skips the `not-attempted` shortcut, to see what the checks say of the starter itself. */
  evenUnchanged?: boolean;
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
  const checks = await runChecks(data, source, sandbox, options.signal);
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
  signal: AbortSignal | undefined
): Promise<CheckResult[]> {
  let run: RunResult;
  try {
    run = await sandbox.run(
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
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    return everyCheck(data, {
      status: 'broken-check',
      message: `The checker could not run your answer, which is not your fault. ${error.message}`
    });
  }
  return checksOf(data, run);
}

/** One check for the output, if it is graded, and one for each graded function. */
export function checksOf(data: GradingData, run: RunResult): CheckResult[] {
  const all = (rest: Omit<CheckResult, 'name'>): CheckResult[] => everyCheck(data, rest);
  const { program } = run;
  if (program === null) return all(endedEarly(run, data));
  if (program.error !== null) {
    const { type, message, line, traceback } = program.error;
    return all({
      status: 'error',
      message: shorten(
        `Your code stopped with ${type}${line === null ? '' : ` on line ${line}`}${message === '' ? '' : `: ${message}`}.`,
        400
      ),
      actual: traceback
    });
  }
  return [...checkOutput(data, program.stdout), ...checkFunctions(data, run)];
}

function everyCheck(data: GradingData, result: Omit<CheckResult, 'name'>): CheckResult[] {
  const names = [...(data.output ? ['output'] : []), ...data.behaviour.map(({ name }) => name)];
  return names.map((name) => ({ name, ...result }));
}

/** Every call that is graded, in the order of the functions. */
export function gradedCalls({ behaviour }: GradingData): string[] {
  return behaviour.flatMap(({ calls }) => calls.map(({ expression }) => expression));
}

function checkOutput(data: GradingData, stdout: string): CheckResult[] {
  const check = data.output;
  if (check === null) return [];
  if (sameOutput(stdout, check, data.tolerance)) {
    return [{ name: 'output', status: 'passed', message: 'Your code prints what was asked for.' }];
  }
  return [
    {
      name: 'output',
      status: 'failed',
      message: explainOutput(stdout, check, data.tolerance),
      ...('expected' in check ? { expected: check.expected } : {}),
      actual: stdout
    }
  ];
}

function checkFunctions(data: GradingData, run: RunResult): CheckResult[] {
  let from = 0;
  return data.behaviour.map((graded) => {
    const outcomes = run.calls.slice(from, from + graded.calls.length);
    from += graded.calls.length;
    const unfinished = graded.calls[outcomes.length];
    if (unfinished !== undefined && run.end !== 'done') {
      return { name: graded.name, ...endedEarly(run, data, unfinished.expression) };
    }
    return checkBehaviour(graded, run, outcomes, data.tolerance);
  });
}

/** Why nothing more is known: the run ended in the program, or in a call. */
function endedEarly(
  run: RunResult,
  data: GradingData,
  call?: string
): Pick<CheckResult, 'status' | 'message'> {
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

/** points × weight passed ÷ weight; the output weighs 1, and so does each graded function. */
function scoreOf(points: number, checks: readonly CheckResult[]): number {
  const counted = checks.filter(({ status }) => status !== 'broken-check');
  if (counted.length === 0) return 0;
  return (points * counted.filter(({ status }) => status === 'passed').length) / counted.length;
}
