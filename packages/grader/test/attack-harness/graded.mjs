// @ts-check
/** One answer graded in a sandbox of any host, with what an attack may show itself by. */

import { grade } from '@lectern/grader';

/**
 * @typedef {object} Graded
 * @property {import('@lectern/grader').Verdict} verdict
 * @property {number} ranMs
 * @property {string} said all that came out of the run
 */

/**
 * @param {import('@lectern/grader').Sandbox} sandbox
 * @param {import('@lectern/grader').GradingData} data
 * @param {string} source
 * @returns {Promise<Graded>}
 */
export async function gradeWatched(sandbox, data, source) {
  let ranMs = 0;
  let said = '';
  const verdict = await grade(data, source, {
    author: sandbox.author,
    run: async (...request) => {
      const result = await sandbox.run(...request);
      ranMs = result.durationMs;
      said = JSON.stringify(result);
      return result;
    }
  });
  return { verdict, ranMs, said: said + JSON.stringify(verdict) };
}
