// @ts-check
/** The way to the first output, in plain JupyterLite and here, in turn; what the rows are ratios of. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../setup/step.mjs';
import { findOrInstallChromium } from '../../test/chromium.mjs';
import { host } from './host.mjs';
import { buildSites } from './sites.mjs';
import { visitTwice } from './visit.mjs';

const RUNS = 5;
const PAGE = 'notebooks/index.html?path=first-output.ipynb';
export const DETAILS = join(root, '.cache/bench/boot.json');

/**
 * @typedef {import('./visit.mjs').Visits} Visits
 * @typedef {{ stock: Visits, ours: Visits }} Round
 * @typedef {{ rounds: Round[] }} Boot
 */

/** Writes all that was measured to `DETAILS`. @returns {Promise<Boot>} */
export async function measureBoot() {
  const executablePath = await findOrInstallChromium();
  const sites = await buildSites({ name: 'boot', course: 'scripts/bench/boot/course' });
  const hosts = { stock: await host(sites.stock), ours: await host(sites.ours) };
  const visit = (/** @type {'stock' | 'ours'} */ site) =>
    // Plain JupyterLite loses a press that comes before the name; ours must keep it.
    visitTwice({ executablePath, host: hosts[site], path: PAGE, afterName: site === 'stock' });
  try {
    /** @type {Round[]} */
    const rounds = [];
    // LECTERN_BOOT_RUNS is for those who work on this: what is recorded wants all of them.
    const runs = Number(process.env['LECTERN_BOOT_RUNS'] ?? RUNS);
    while (rounds.length < runs) {
      rounds.push({ stock: await visit('stock'), ours: await visit('ours') });
    }
    mkdirSync(join(DETAILS, '..'), { recursive: true });
    writeFileSync(DETAILS, `${JSON.stringify({ rounds }, null, 2)}\n`);
    return { rounds };
  } finally {
    await hosts.stock.close();
    await hosts.ours.close();
  }
}

/** What is compared: ours ÷ stock in each round. @type {Record<string, (visits: Visits) => number>} */
export const COMPARED = {
  cold: ({ cold }) => cold.output,
  warm: ({ warm }) => warm.output,
  restart: ({ restart }) => restart,
  bytes: ({ cold }) => cold.megabytesSent,
  memory: ({ cold }) => cold.memory
};

/** @param {Boot} boot @param {(visits: Visits) => number} of */
export function ratios({ rounds }, of) {
  return rounds.map(({ stock, ours }) => of(ours) / of(stock));
}

/** @param {number[]} values */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
