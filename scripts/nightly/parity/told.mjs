// @ts-check
/** One answer's verdict, and all that its interpreter said, as JSON without durations. In Node and in a page. */

import { grade } from '@lectern/grader';

/**
 * @param {import('@lectern/grader').Sandbox} sandbox
 * @param {import('@lectern/grader').GradingData} data
 * @param {string} source
 * @returns {Promise<string>}
 */
export async function told(sandbox, data, source) {
  /** @type {unknown[]} */
  const runs = [];
  const verdict = await grade(data, source, {
    ...sandbox,
    run: async (request, options) => {
      const run = await sandbox.run(request, options);
      runs.push({ ...run, durationMs: 0 });
      return run;
    }
  });
  return JSON.stringify({ verdict: { ...verdict, durationMs: 0 }, runs });
}
