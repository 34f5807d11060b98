/** What the end of an author's test says of an answer, to its learner. */

import type { Consulted, TestEnded, TestFailure, TestOutcome } from '../author-tools.js';
import { explainError } from '../explain/explain.js';
import type { Finding } from '../finding.js';
import type { Say } from '../messages/messages.js';
import { shorten, showError, showValue } from './show-value.js';

interface Context {
  /** The answer: names in it help to explain an exception. */
  source: string;
  say: Say;
}

const SHOWN = 2_000;

export function testFinding(outcome: TestOutcome, context: Context): Finding {
  const { say } = context;
  if (outcome.status === 'passed') return { status: 'passed', message: say('test.passed') };
  const { failure, consulted } = outcome;
  if (failure.kind === 'stopped' && consulted === null) {
    // Without the answer's part in it, the test is wrong by itself.
    const where = failure.line === null ? '' : ` on its line ${failure.line}`;
    return brokenTest(`The test stops${where} with ${failure.type}: ${failure.text}`, say);
  }
  return { status: 'failed', ...explain(failure, consulted, context) };
}

/** A test that hangs, or takes all memory: by itself it is broken; after it has asked, what it was given made it so. */
export function unfinishedTest({ end }: TestEnded, hasAsked: boolean, say: Say): Finding {
  return hasAsked
    ? { status: 'failed', message: say('test.no-end') }
    : brokenTest(`The test does not come to its end (${end}).`, say);
}

/** `reason`: in English, to its author. */
export function brokenTest(reason: string, say: Say): Finding {
  return {
    status: 'broken-check',
    message: say('broken.test'),
    instructor: shorten(reason, 400)
  };
}

type Explained = Omit<Finding, 'status'>;

function explain(failure: TestFailure, consulted: Consulted | null, context: Context): Explained {
  const { say } = context;
  switch (failure.kind) {
    case 'message':
      return {
        message: failure.text.trim() || withLastCall(say('test.does-not-hold'), consulted, say)
      };
    case 'comparison':
      return explainComparison(failure, consulted, say);
    case 'false':
      return {
        message: say('test.false', {
          shown: shorten(failure.shown, 200),
          actual: showValue(failure.actual, 200, say)
        })
      };
    case 'raised':
      return explainRaised(failure, context);
    case 'missing':
      return { message: say('test.missing', { name: failure.name }) };
    case 'stopped':
      return { message: withLastCall(say('test.cannot-go-on'), consulted, say) };
  }
}

function explainComparison(
  { shown, sign, actual, expected }: Extract<TestFailure, { kind: 'comparison' }>,
  consulted: Consulted | null,
  say: Say
): Explained {
  const sides = {
    actual: showValue(actual, 200, say),
    expected: showValue(expected, 200, say)
  };
  const isEquality = sign === '==';
  const message =
    shown === null
      ? isEquality
        ? say('test.call-gave', { call: called(consulted), ...sides })
        : say('test.call-gave-sign', { call: called(consulted), sign, ...sides })
      : isEquality
        ? say('test.is', { shown: shorten(shown, 200), ...sides })
        : say('test.is-sign', { shown: shorten(shown, 200), sign, ...sides });
  if (!isEquality) return { message };
  return {
    message,
    expected: showValue(expected, SHOWN, say),
    actual: showValue(actual, SHOWN, say)
  };
}

function explainRaised(
  { shown, error }: Extract<TestFailure, { kind: 'raised' }>,
  { source, say }: Context
): Explained {
  const values = { call: shorten(shown, 200), actual: showError(error) };
  const explanation = explainError(error, source, say);
  return {
    message:
      error.line === null
        ? say('test.raised', values)
        : say('test.raised-line', { ...values, line: error.line }),
    actual: error.traceback,
    ...(error.line === null ? {} : { line: error.line }),
    ...(explanation === null ? {} : { explanation })
  };
}

function called(consulted: Consulted | null): string {
  return shorten(consulted?.shown ?? '', 200);
}

function withLastCall(message: string, consulted: Consulted | null, say: Say): string {
  if (consulted === null) return message;
  const call = called(consulted);
  const last =
    consulted.error === null
      ? say('test.last-call', {
          call,
          actual: showValue(consulted.result ?? { kind: 'none' }, 200, say)
        })
      : say('test.last-call-raised', { call, actual: showError(consulted.error) });
  return `${message} ${last}`;
}
