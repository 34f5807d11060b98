// @ts-check
/** `npm run parity`: the browser gives the verdicts that Node gives, byte for byte, on a corpus of answers. */

import { parseArgs } from 'node:util';
import { setUp } from '../setup/index.mjs';
import { findOrInstallChromium } from '../test/chromium.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
await setUp({ site: false });
const { chromium } = await import('@playwright/test');
const { createNodeSandbox } = await import('../../packages/grader/lib/node/index.js');
const { corpus } = await import('./parity/corpus.mjs');
const { compareHosts, explain } = await import('./parity/hosts.mjs');

const startedAt = Date.now();
const sandbox = createNodeSandbox({ spares: true });
const browser = await chromium.launch({
  executablePath: await findOrInstallChromium(),
  args: ['--no-sandbox', '--disable-gpu']
});
try {
  const { only } = values;
  const cases = (await corpus(sandbox)).filter(
    ({ name }) => only === undefined || name.includes(only)
  );
  const { statuses, differences, again } = await compareHosts(
    cases,
    sandbox,
    await browser.newPage(),
    (done) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${cases.length}`);
    }
  );
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  const kinds = [...statuses].map(([status, count]) => `${count} ${status}`).join(', ');
  process.stdout.write(
    `${cases.length} answers graded twice in ${seconds} s (${kinds}); ${again} given more time; ${differences.length} differ\n`
  );
  for (const difference of differences) process.stdout.write(`\n${explain(difference)}\n`);
  process.exitCode = differences.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  sandbox.dispose();
}
