/** The author's tests: each is run in the author's interpreter, and asks the answer's for what it calls. */

import {
  TestEnded,
  type AuthorTools,
  type Consulted,
  type TestFailure,
  type TestOutcome
} from '../author-tools.js';
import type { GradedTests } from '../grading-data.js';
import { RunEnded, SandboxError, type Conversation, type RunOptions } from '../sandbox.js';
import type { CheckResult, Requirement } from '../verdict.js';
import { shorten, showOutcome, showValue } from './show-value.js';

type Finding = Omit<CheckResult, keyof Requirement>;

export interface TestContext {
  tests: GradedTests;
  /** The answer's text. */
  source: string;
  author: Pick<AuthorTools, 'withTests'>;
  tolerance: number;
  seed: number;
}

/** Of the author's interpreter; the answer has its own limit. */
export const TESTS_MEMORY_MB = 512;

/**
 * What each test found, by its name. Those are missing that the answer's end left no time for.
 * @throws {RunEnded} never: the run's own result tells how it ended.
 */
export async function runTests(
  { tests, source, author, tolerance, seed }: TestContext,
  conversation: Conversation,
  options: Pick<RunOptions, 'signal'>
): Promise<Map<string, Finding>> {
  const findings = new Map<string, Finding>();
  const { stdout, functions } = conversation.program;
  const request = { source: tests.source, tolerance, seed, memoryLimitMB: TESTS_MEMORY_MB };
  const remaining = [...tests.functions];
  try {
    while (remaining.length > 0) {
      await author.withTests(
        request,
        async (session) => {
          for (let test = remaining[0]; test !== undefined; test = remaining[0]) {
            let asked = 0;
            remaining.shift();
            const ask: Conversation['ask'] = (expression) => {
              asked++;
              return conversation.ask(expression);
            };
            await conversation.reset();
            try {
              const outcome = await session.run(test.name, { source, stdout, functions }, ask);
              findings.set(test.name, findingOf(outcome));
            } catch (error) {
              if (!(error instanceof TestEnded)) throw error;
              findings.set(test.name, unfinished(error, asked > 0));
              return; // the interpreter is gone: the rest has another
            }
          }
        },
        options
      );
    }
  } catch (error) {
    if (error instanceof SandboxError) {
      for (const { name } of tests.functions) {
        if (!findings.has(name)) findings.set(name, broken(error.message));
      }
    } else if (!(error instanceof RunEnded)) throw error;
  }
  return findings;
}

/** What a test's end says of the answer. */
export function findingOf(outcome: TestOutcome): Finding {
  if (outcome.status === 'passed') return { status: 'passed', message: 'It holds.' };
  const { failure, consulted } = outcome;
  if (failure.kind === 'stopped' && consulted === null) {
    const where = failure.line === null ? '' : ` on its line ${failure.line}`;
    return broken(`The test stops${where} with ${failure.type}: ${failure.text}`);
  }
  return { status: 'failed', ...explain(failure, consulted) };
}

/** A test that hangs, or takes all memory: by itself it is broken; after it has asked, what it was given made it so. */
function unfinished({ end }: TestEnded, hasAsked: boolean): Finding {
  if (!hasAsked) return broken(`The test does not come to its end (${end}).`);
  return {
    status: 'failed',
    message: 'With what your code gives, this check does not come to its end.'
  };
}

function broken(reason: string): Finding {
  return {
    status: 'broken-check',
    message: 'The checker could not check this, which is not your fault.',
    instructor: shorten(reason, 400)
  };
}

function explain(
  failure: TestFailure,
  consulted: Consulted | null
): Pick<CheckResult, 'message' | 'expected' | 'actual' | 'line'> {
  switch (failure.kind) {
    case 'message':
      return { message: failure.text.trim() || `This does not hold yet.${lastCall(consulted)}` };
    case 'comparison': {
      const left =
        failure.shown === null
          ? `${called(consulted)} gave ${showValue(failure.actual)}`
          : `${shorten(failure.shown, 200)} is ${showValue(failure.actual)}`;
      const sign = failure.sign === '==' ? '' : `${failure.sign} `;
      return {
        message: `${left}, expected ${sign}${showValue(failure.expected)}.`,
        ...(failure.sign === '=='
          ? {
              expected: showValue(failure.expected, 2_000),
              actual: showValue(failure.actual, 2_000)
            }
          : {})
      };
    }
    case 'false':
      return {
        message: `${shorten(failure.shown, 200)} should hold, and is ${showValue(failure.actual)}.`
      };
    case 'raised': {
      const { type, message, line, traceback } = failure.error;
      return {
        message: shorten(
          `${failure.shown} raised ${type}${line === null ? '' : ` on line ${line}`}${message === '' ? '' : `: ${message}`}.`,
          400
        ),
        actual: traceback,
        ...(line === null ? {} : { line })
      };
    }
    case 'missing':
      return { message: `There is no ${failure.name} in your answer. Define it, spelt like that.` };
    case 'stopped':
      return {
        message: `This check cannot go on with what your code gives.${lastCall(consulted)}`
      };
  }
}

function called(consulted: Consulted | null): string {
  return shorten(consulted?.shown ?? 'It', 200);
}

function lastCall(consulted: Consulted | null): string {
  if (consulted === null) return '';
  const { result, error } = consulted;
  const outcome = { result, error, mutated: [], stdout: '', stdoutCut: false };
  return ` ${called(consulted)} ${showOutcome(outcome)}.`;
}
