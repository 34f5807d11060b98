/** The behaviour check of one function: each call must do what the solution's does. */

import type { GradedCall, GradedFunction } from '../grading-data.js';
import { explainError } from '../explain/explain.js';
import type { Finding } from '../finding.js';
import type { Say } from '../messages/messages.js';
import type { CallOutcome, RunResult, Value } from '../sandbox.js';
import { sameValue } from './compare-values.js';
import { sameOutput } from './output.js';
import { quoted, shorten, showError, showValue } from './show-value.js';

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
    // The smallest failing call teaches most.
    .sort((left, right) => left.call.expression.length - right.call.expression.length);
  const [smallest] = wrong;
  if (smallest === undefined) {
    return { status: 'passed', message: say('behaviour.passed', { name, count: calls.length }) };
  }
  return { status: 'failed', ...explain(smallest.call, smallest.outcome, context) };
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
    return actual.error?.type === expected.error?.type;
  }
  return sameValue(
    actual.result ?? { kind: 'none' },
    expected.result ?? { kind: 'none' },
    tolerance
  );
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

const NONE: Value = { kind: 'none' };

/** It gave another result than expected, or raised instead, or should have raised. */
function explainEnding(
  { expression, expected }: GradedCall,
  actual: CallOutcome,
  { source, say }: BehaviourContext
): Explained {
  const call = shorten(expression, 300);
  const want = expected.error?.type ?? showValue(expected.result ?? NONE, 200, say);
  const wantInFull = expected.error?.type ?? showValue(expected.result ?? NONE, SHOWN, say);
  if (actual.error !== null) {
    const values = { call, actual: showError(actual.error), expected: want };
    const explanation = explainError(actual.error, source, say);
    return {
      message:
        expected.error === null
          ? say('behaviour.raised', values)
          : say('behaviour.raised-other', values),
      expected: wantInFull,
      actual: actual.error.traceback,
      ...(actual.error.line === null ? {} : { line: actual.error.line }),
      ...(explanation === null ? {} : { explanation })
    };
  }
  const values = { call, actual: showValue(actual.result ?? NONE, 200, say), expected: want };
  const message =
    expected.error === null
      ? say('behaviour.gave', values)
      : say('behaviour.gave-no-exception', values);
  return {
    message: [message, ...hints(actual, expected, say)].join(' '),
    expected: wantInFull,
    actual: showValue(actual.result ?? NONE, SHOWN, say)
  };
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
  const [got, want] = [actual.result?.kind, expected.result?.kind];
  if (got === 'none' && want !== undefined && want !== 'none') {
    return [say(actual.stdout === '' ? 'behaviour.no-return' : 'behaviour.prints-result')];
  }
  const isText = got === 'str' && (want === 'int' || want === 'float');
  return isText ? [say('behaviour.text-for-number')] : [];
}
