// @ts-check
/** The way to the first output, in plain JupyterLite and here, in turn; what the rows are ratios of. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../setup/step.mjs';
import { findOrInstallChromium } from '../../test/chromium.mjs';
import { host } from './host.mjs';
import { buildSites } from './sites.mjs';
import { LostPress, visitTwice } from './visit.mjs';

const RUNS = 5;
/**
 * A visit whose press is lost measures no speed, and is made anew, with a press that comes so much later, in seconds, and
 * from then on. That costs nothing as long as the kernel comes later still, as plain JupyterLite's does.
 */
const LATER = 0.5;
const MOST_LOST = 10;
const PAGE = 'notebooks/index.html?path=first-output.ipynb';
export const DETAILS = join(root, '.cache/bench/boot.json');

/**
 * @typedef {import('./visit.mjs').Visits} Visits
 * @typedef {{ stock: Visits, ours: Visits }} Round
 * @typedef {{ rounds: Round[], lost: { stock: number, ours: number } }} Boot `lost`: runs that were measured anew
 */

/** Writes all that was measured to `DETAILS`. @returns {Promise<Boot>} */
export async function measureBoot() {
  const executablePath = await findOrInstallChromium();
  const sites = await buildSites({ name: 'boot', course: 'scripts/bench/boot/course' });
  const hosts = { stock: await host(sites.stock), ours: await host(sites.ours) };
  const lost = { stock: 0, ours: 0 };
  const visit = async (/** @type {'stock' | 'ours'} */ site) => {
    for (;;) {
      try {
        return await visitTwice({
          executablePath,
          host: hosts[site],
          path: PAGE,
          pressAfter: LATER * lost[site]
        });
      } catch (error) {
        if (!(error instanceof LostPress) || ++lost[site] > MOST_LOST) throw error;
      }
    }
  };
  try {
    /** @type {Round[]} */
    const rounds = [];
    // LECTERN_BOOT_RUNS is for those who work on this: what is recorded wants all of them.
    const runs = Number(process.env['LECTERN_BOOT_RUNS'] ?? RUNS);
    while (rounds.length < runs) {
      rounds.push({ stock: await visit('stock'), ours: await visit('ours') });
    }
    mkdirSync(join(DETAILS, '..'), { recursive: true });
    writeFileSync(DETAILS, `${JSON.stringify({ rounds, lost }, null, 2)}\n`);
    return { rounds, lost };
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
