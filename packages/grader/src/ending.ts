/** What is told of a run that did not come to its end, and of a program that raised. */

import { explainError } from './explain/explain.js';
import { shorten } from './checks/show-value.js';
import type { Finding } from './finding.js';
import type { GradingData } from './grading-data.js';
import type { Say } from './messages/messages.js';
import type { PythonError, RunResult } from './sandbox.js';

/** Why nothing more is known: the run ended in the program, or in a call. */
export function endedEarly(
  { end }: Pick<RunResult, 'end'>,
  { timeLimitSeconds: seconds, memoryLimitMB: megabytes }: GradingData,
  say: Say,
  expression?: string
): Finding {
  const call = expression === undefined ? undefined : shorten(expression, 200);
  switch (end) {
    case 'timed-out':
      return {
        status: 'timed-out',
        message:
          call === undefined
            ? say('ending.timed-out', { seconds })
            : say('ending.timed-out-call', { call, seconds })
      };
    case 'out-of-memory':
      return {
        status: 'out-of-memory',
        message:
          call === undefined
            ? say('ending.out-of-memory', { megabytes })
            : say('ending.out-of-memory-call', { call, megabytes })
      };
    default:
      return {
        status: 'error',
        message: call === undefined ? say('ending.crashed') : say('ending.crashed-call', { call })
      };
  }
}

/** The program stopped with an exception. */
export function stoppedWith(error: PythonError, source: string, say: Say): Finding {
  const explanation = explainError(error, source, say);
  return {
    status: 'error',
    message: shorten(stopMessage(error, say), 400),
    actual: error.traceback,
    ...(error.line === null ? {} : { line: error.line }),
    ...(explanation === null ? {} : { explanation })
  };
}

function stopMessage({ type, message: text, line }: PythonError, say: Say): string {
  const message = text.replace(/\.$/, '');
  if (message === '') {
    return line === null ? say('ending.error', { type }) : say('ending.error-line', { type, line });
  }
  const sentence =
    line === null
      ? say('ending.error-message', { type, message })
      : say('ending.error-line-message', { type, line, message });
  // Python's own question ends the sentence.
  return sentence.replace(/([?!])\.$/, '$1');
}
