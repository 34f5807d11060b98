/** The output check: does the finished cell print what was asked for? */

import type { Finding } from '../finding.js';
import type { OutputCheck } from '../grading-data.js';
import type { Say } from '../messages/messages.js';
import { explainOutput } from './explain-output.js';
import { sameOutput } from './output.js';
import { outputDiff } from './output-diff.js';

export function checkOutput(
  check: OutputCheck,
  stdout: string,
  tolerance: number,
  say: Say
): Finding {
  if (sameOutput(stdout, check, tolerance)) {
    return { status: 'passed', message: say('output.passed') };
  }
  const diff = outputDiff(stdout, check, tolerance);
  return {
    status: 'failed',
    message: explainOutput(stdout, check, tolerance, say),
    ...('expected' in check ? { expected: check.expected } : {}),
    actual: stdout,
    ...(diff === undefined ? {} : { diff })
  };
}
