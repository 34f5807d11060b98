/** The browser gives the verdicts that Node gives, byte for byte: a part of `npm run parity`. */

import { expect, test } from '@playwright/test';
import { createNodeSandbox } from '@lectern/grader/node';
import { sample } from '../../scripts/nightly/parity/corpus.mjs';
import { compareHosts, explain } from '../../scripts/nightly/parity/hosts.mjs';

test('a sample of answers has the same verdicts in Node and in the browser', async ({ page }) => {
  test.setTimeout(600_000);
  const cases = sample();
  const sandbox = createNodeSandbox({ spares: true });
  try {
    const startedAt = Date.now();
    const { statuses, differences } = await compareHosts(cases, sandbox, page);
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
    console.log(`    measured: ${cases.length} answers graded twice in ${seconds} s`);
    expect(differences.map(explain)).toEqual([]);
    expect([...statuses.keys()].sort()).toEqual([
      'error',
      'failed',
      'not-attempted',
      'out-of-memory',
      'passed',
      'timed-out',
      'ungraded'
    ]);
  } finally {
    sandbox.dispose();
  }
});
