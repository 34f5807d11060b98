/** The behaviour check of one function: each call must do what the solution's does. */

import type { GradedCall, GradedFunction } from '../grading-data.js';
import type { CallOutcome, RunResult, Value } from '../sandbox.js';
import type { CheckResult, Requirement } from '../verdict.js';
import { sameValue } from './compare-values.js';
import { sameOutput } from './output.js';
import { quoted, shorten, showOutcome, showResult, showValue } from './show-value.js';

const SHOWN = 2_000;

/** `outcomes`: of this function's calls, in order; shorter where the run ended early. */
export function checkBehaviour(
  graded: GradedFunction,
  run: Pick<RunResult, 'program'>,
  outcomes: readonly CallOutcome[],
  tolerance: number
): Omit<CheckResult, keyof Requirement> {
  const { name } = graded;
  if (!(run.program?.functions.includes(name) ?? false)) {
    return {
      status: 'failed',
      message: `There is no function ${name} in your answer. Define it with "def ${name}(…):", spelt like that.`
    };
  }
  const wrong = graded.calls
    .map((call, index) => ({ call, outcome: outcomes[index] }))
    .filter(
      (pair): pair is { call: GradedCall; outcome: CallOutcome } =>
        pair.outcome !== undefined && !sameOutcome(pair.outcome, pair.call.expected, tolerance)
    )
    // The smallest failing call teaches most; one that is withheld may not be shown.
    .sort(
      (left, right) =>
        Number(left.call.withheld ?? false) - Number(right.call.withheld ?? false) ||
        left.call.expression.length - right.call.expression.length
    );
  const [smallest] = wrong;
  if (smallest === undefined) {
    return { status: 'passed', message: `${name} does what it should in ${count(graded)}.` };
  }
  const explained = explain(smallest.call, smallest.outcome, tolerance);
  if (smallest.call.withheld !== true) return { status: 'failed', ...explained };
  return {
    status: 'failed',
    message: `${name} does what it should in the calls that you were shown, and something else in one that you were not.`,
    instructor: explained.message
  };
}

function count({ calls }: GradedFunction): string {
  return calls.length === 1
    ? 'the call that was tried'
    : `all ${calls.length} calls that were tried`;
}

export function sameOutcome(
  actual: CallOutcome,
  expected: CallOutcome,
  tolerance: number
): boolean {
  if (!sameEnding(actual, expected, tolerance)) return false;
  if (!sameMutations(actual, expected, tolerance)) return false;
  return samePrint(actual, expected, tolerance);
}

function sameEnding(actual: CallOutcome, expected: CallOutcome, tolerance: number): boolean {
  if (actual.error !== null || expected.error !== null) {
    return (
      actual.error?.type === expected.error?.type &&
      sameItemsBefore(actual.result, expected.result, tolerance)
    );
  }
  if (actual.awaited !== expected.awaited) return false;
  return sameValue(
    actual.result ?? { kind: 'none' },
    expected.result ?? { kind: 'none' },
    tolerance
  );
}

/** What an iterator gave before it raised, where the solution's gave something. */
function sameItemsBefore(actual: Value | null, expected: Value | null, tolerance: number): boolean {
  return expected === null || (actual !== null && sameValue(actual, expected, tolerance));
}

function sameMutations(actual: CallOutcome, expected: CallOutcome, tolerance: number): boolean {
  return (
    actual.mutated.length === expected.mutated.length &&
    expected.mutated.every(([label, value], index) => {
      const mutation = actual.mutated[index];
      return mutation?.[0] === label && sameValue(mutation[1], value, tolerance);
    })
  );
}

function samePrint(actual: CallOutcome, expected: CallOutcome, tolerance: number): boolean {
  return sameOutput(actual.stdout, { compare: 'lines', expected: expected.stdout }, tolerance);
}

function explain(
  { expression, expected }: GradedCall,
  actual: CallOutcome,
  tolerance: number
): Pick<CheckResult, 'message' | 'expected' | 'actual'> {
  const call = shorten(expression, 300);
  if (!sameEnding(actual, expected, tolerance)) {
    const wanted =
      expected.error === null
        ? `expected ${showResult(expected)}`
        : expected.result === null
          ? `it should raise ${expected.error.type}`
          : `it should give ${showValue(expected.result)}, then raise ${expected.error.type}`;
    return {
      message: `${call} ${showOutcome(actual)}, ${wanted}.${hint(actual, expected)}`,
      expected: expected.error?.type ?? showResult(expected, SHOWN),
      actual: actual.error?.traceback ?? showResult(actual, SHOWN)
    };
  }
  if (!sameMutations(actual, expected, tolerance)) {
    const show = (outcome: CallOutcome): string =>
      outcome.mutated
        .map(([label, value]) => `${argument(label)} = ${showValue(value, SHOWN)}`)
        .join('\n') || 'no argument changed';
    return {
      message:
        expected.mutated.length === 0
          ? `${call} changed an argument that it should leave alone. Work on a copy.`
          : `${call} should change its arguments in place, and left them different from what is expected.`,
      expected: show(expected),
      actual: show(actual)
    };
  }
  return {
    message:
      expected.stdout === ''
        ? `${call} printed ${quoted(shorten(actual.stdout, 120))}, and should print nothing.`
        : `${call} should print ${quoted(shorten(expected.stdout, 120))}, and printed ${quoted(shorten(actual.stdout, 120))}.`,
    expected: expected.stdout,
    actual: actual.stdout
  };
}

function argument(label: string): string {
  return /^\d+$/.test(label) ? `argument ${Number(label) + 1}` : label;
}

/** The slips that a bare comparison does not explain. */
function hint(actual: CallOutcome, expected: CallOutcome): string {
  if (actual.error === null && expected.error === null && actual.awaited !== expected.awaited) {
    return expected.awaited === true
      ? ' Define it with "async def".'
      : ' Define it with "def", without "async".';
  }
  if (
    actual.result?.kind === 'none' &&
    expected.result !== null &&
    expected.result.kind !== 'none'
  ) {
    return actual.stdout === ''
      ? ' A function without "return" gives None.'
      : ' It prints its result: use "return" to give it back.';
  }
  const [got, want] = [actual.result?.kind, expected.result?.kind];
  if (got === 'str' && (want === 'int' || want === 'float')) {
    return ' It gives text where a number is expected.';
  }
  return '';
}
