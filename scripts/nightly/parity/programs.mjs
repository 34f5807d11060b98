// @ts-check
/**
 * Small programs for values, errors, output, coroutines and limits: `packages/grader/test/parity/*.py`.
 *
 * Each begins at `# === its name`; the comments after that say what it is graded by: `call:` an expression, once a
 * line; `prints:` and `stdin:` a text as JSON, `compare:` its mode; `limit:` seconds, `memory:` MB; `starter:` the
 * starter; `ungraded:`; and `status:`, which its verdict must have.
 */

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { GRADING_FORMAT } from '../../../packages/grader/lib/grading-data.js';
import { root } from '../../setup/step.mjs';

/**
 * @typedef {{ name: string, data: import('@lectern/grader').GradingData, source: string, status?: string }} Case
 */

const FOLDER = join(root, 'packages/grader/test/parity');
/** What no call here gives: the verdict then shows what it gave. */
const SOMETHING_ELSE = /** @type {const} */ ({
  result: { kind: 'str', value: 'something else' },
  error: null,
  mutated: [],
  stdout: '',
  stdoutCut: false
});

/** @returns {Case[]} */
export function programs() {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.py'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(FOLDER, name), 'utf8')
        .split(/^# === /m)
        .slice(1)
        .map((section) => caseOf(name.replace('.py', ''), section))
    );
}

/** @param {string} subject @param {string} section @returns {Case} */
function caseOf(subject, section) {
  const [title = '', ...lines] = section.split('\n');
  const end = lines.findIndex((line) => !/^# [a-z]+: /.test(line));
  /** @type {Record<string, string[]>} */
  const said = {};
  for (const line of lines.slice(0, end)) {
    const [, key = '', value = ''] = /^# ([a-z]+): (.*)$/.exec(line) ?? [];
    (said[key] ??= []).push(value);
  }
  const text = (/** @type {string} */ key) =>
    said[key] === undefined ? null : /** @type {string} */ (JSON.parse(said[key][0] ?? ''));
  const calls = said.call ?? [];
  // What stops with an error has to be asked for something, too.
  const expected = text('prints') ?? (calls.length === 0 ? 'something else' : null);
  const status = said.status?.[0];
  return {
    name: `${subject}: ${title}`,
    source: lines.slice(end).join('\n').trimEnd(),
    ...(status === undefined ? {} : { status }),
    data: {
      format: GRADING_FORMAT,
      challenge: subject,
      points: 1,
      timeLimitSeconds: Number(said.limit?.[0] ?? 10),
      memoryLimitMB: Number(said.memory?.[0] ?? 512),
      tolerance: 1e-6,
      setup: null,
      stdin: text('stdin'),
      starter: said.starter?.[0] ?? 'pass',
      ungraded: said.ungraded === undefined ? null : 'Nothing grades it.',
      tests: null,
      output:
        expected === null
          ? null
          : { compare: /** @type {any} */ (said.compare?.[0] ?? 'lines'), expected },
      behaviour: gradedFunctions(calls),
      forbid: [],
      require: []
    }
  };
}

/** @param {string[]} calls */
function gradedFunctions(calls) {
  const name = (/** @type {string} */ call) => call.slice(0, call.indexOf('('));
  return [...new Set(calls.map(name))].map((graded) => ({
    name: graded,
    calls: calls
      .filter((call) => name(call) === graded)
      .map((expression) => ({ expression, expected: { ...SOMETHING_ELSE, mutated: [] } }))
  }));
}
