/** The behaviour check of one function: each call must do what the solution's does. */

import type { GradedCall, GradedFunction } from '../grading-data.js';
import { explainError } from '../explain/explain.js';
import type { Finding } from '../finding.js';
import type { Say } from '../messages/messages.js';
import type { CallOutcome, PythonError, RunResult, Value } from '../sandbox.js';
import { sameValue } from './compare-values.js';
import { sameOutput } from './output.js';
import { quoted, shorten, showError, showResult, showValue } from './show-value.js';

const SHOWN = 2_000;

/** What the messages need beside the outcomes. */
export interface BehaviourContext {
  /** The answer: names in it help to explain an exception. */
  source: string;
  tolerance: number;
  say: Say;
}

/** `outcomes`: of this function's calls, in order; shorter where the run ended early. */
export function checkBehaviour(
  graded: GradedFunction,
  run: Pick<RunResult, 'program'>,
  outcomes: readonly CallOutcome[],
  context: BehaviourContext
): Finding {
  const { name, calls } = graded;
  const { tolerance, say } = context;
  if (!(run.program?.functions.includes(name) ?? false)) {
    return { status: 'failed', message: say('behaviour.no-function', { name }) };
  }
  const wrong = calls
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
    return { status: 'passed', message: say('behaviour.passed', { name, count: calls.length }) };
  }
  const explained = explain(smallest.call, smallest.outcome, context);
  if (smallest.call.withheld !== true) return { status: 'failed', ...explained };
  return {
    status: 'failed',
    message: say('behaviour.withheld', { name }),
    instructor: explained.message
  };
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

type Explained = Omit<Finding, 'status'>;

function explain(call: GradedCall, actual: CallOutcome, context: BehaviourContext): Explained {
  if (!sameEnding(actual, call.expected, context.tolerance)) {
    return explainEnding(call, actual, context);
  }
  if (!sameMutations(actual, call.expected, context.tolerance)) {
    return explainMutations(call, actual, context.say);
  }
  return explainPrint(call, actual, context.say);
}

/** It gave another result than expected, or raised instead, or should have raised. */
function explainEnding(
  { expression, expected }: GradedCall,
  actual: CallOutcome,
  { source, say }: BehaviourContext
): Explained {
  const call = shorten(expression, 300);
  const want = ending(expected, 200, say);
  const compared = { expected: ending(expected, SHOWN, say) };
  if (actual.error !== null) {
    return {
      message: raisedMessage(call, actual, expected, say),
      ...compared,
      actual: actual.error.traceback,
      ...(actual.error.line === null ? {} : { line: actual.error.line }),
      ...explanationOf(actual.error, source, say)
    };
  }
  const values = { call, actual: showResult(actual, 200, say), expected: want };
  const message =
    expected.error === null || expected.result !== null
      ? say('behaviour.gave', values)
      : say('behaviour.gave-no-exception', values);
  return {
    message: [message, ...hints(actual, expected, say)].join(' '),
    ...compared,
    actual: showResult(actual, SHOWN, say)
  };
}

function raisedMessage(call: string, actual: CallOutcome, expected: CallOutcome, say: Say): string {
  const raised = actual.error === null ? '' : showError(actual.error);
  const values = { call, actual: raised, expected: ending(expected, 200, say) };
  if (actual.result !== null) {
    const value = showValue(actual.result, 200, say);
    return say('behaviour.gave-then-raised', { ...values, value });
  }
  return expected.error !== null && expected.result === null
    ? say('behaviour.raised-other', values)
    : say('behaviour.raised', values);
}

function explanationOf(
  error: PythonError,
  source: string,
  say: Say
): Pick<Explained, 'explanation'> {
  const explanation = explainError(error, source, say);
  return explanation === null ? {} : { explanation };
}

/** What the call should come to: a result, an exception, or an iterator's items and then an exception. */
function ending(outcome: CallOutcome, limit: number, say: Say): string {
  const { error, result } = outcome;
  if (error === null) return showResult(outcome, limit, say);
  if (result === null) return error.type;
  return say('behaviour.gives-then', { value: showValue(result, limit, say), error: error.type });
}

function explainMutations(
  { expression, expected }: GradedCall,
  actual: CallOutcome,
  say: Say
): Explained {
  const call = shorten(expression, 300);
  const show = ({ mutated }: CallOutcome): string =>
    mutated
      .map(([label, value]) => `${argument(label, say)} = ${showValue(value, SHOWN, say)}`)
      .join('\n') || say('behaviour.no-argument-changed');
  return {
    message:
      expected.mutated.length === 0
        ? say('behaviour.changed-argument', { call })
        : say('behaviour.arguments-differ', { call }),
    expected: show(expected),
    actual: show(actual)
  };
}

function explainPrint(
  { expression, expected }: GradedCall,
  actual: CallOutcome,
  say: Say
): Explained {
  const call = shorten(expression, 300);
  const printed = quoted(shorten(actual.stdout, 120));
  return {
    message:
      expected.stdout === ''
        ? say('behaviour.printed', { call, actual: printed })
        : say('behaviour.printed-other', {
            call,
            expected: quoted(shorten(expected.stdout, 120)),
            actual: printed
          }),
    expected: expected.stdout,
    actual: actual.stdout
  };
}

function argument(label: string, say: Say): string {
  return /^\d+$/.test(label) ? say('behaviour.argument', { number: Number(label) + 1 }) : label;
}

/** The slips that a bare comparison does not explain. */
function hints(actual: CallOutcome, expected: CallOutcome, say: Say): string[] {
  if (expected.error === null && actual.awaited !== expected.awaited) {
    return [say(expected.awaited === true ? 'behaviour.define-async' : 'behaviour.define-plain')];
  }
  const [got, want] = [actual.result?.kind, expected.result?.kind];
  if (got === 'none' && want !== undefined && want !== 'none') {
    return [say(actual.stdout === '' ? 'behaviour.no-return' : 'behaviour.prints-result')];
  }
  const isText = got === 'str' && (want === 'int' || want === 'float');
  return isText ? [say('behaviour.text-for-number')] : [];
}
