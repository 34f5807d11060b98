// @ts-check
/**
 * `npm test -- boot`: the way to the first output has not become a fifth longer, as a ratio to plain JupyterLite, than it
 * was when `UPDATE=1 node scripts/test/boot.mjs` wrote it down. What is over is measured twice more before it fails: noise
 * passes, a regression stays.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '../bench/boot.mjs';
import { canMeasureMemory } from '../bench/boot/memory.mjs';
import { COMPARED, measureBoot, median, ratios } from '../bench/boot/measure.mjs';
import { table, writeTable } from '../bench/boot/table.mjs';
import { root, SetupError } from '../setup/step.mjs';

const RECORDED = join(root, 'scripts/bench/boot/recorded.json');
const REGRESSION = 1.2;
const AGAIN = 2;
/** Until a ratio is recorded: what no machine's noise makes of a sound start. */
const UNRECORDED = 3;

/** @typedef {Record<string, number>} Ratios by the names of `COMPARED` */

/** @type {Ratios} */
const recorded = existsSync(RECORDED) ? JSON.parse(readFileSync(RECORDED, 'utf8')) : {};
const names = Object.keys(COMPARED).filter((name) => name !== 'memory' || canMeasureMemory);

/** @returns {Promise<{ boot: import('../bench/boot/measure.mjs').Boot, medians: Ratios }>} */
async function measure() {
  const boot = await measureBoot();
  const medians = names.map((name) => [name, median(ratios(boot, COMPARED[name]))]);
  return { boot, medians: Object.fromEntries(medians) };
}

/** @param {string} name */
function allowed(name) {
  const value = recorded[name];
  return value === undefined ? LIMITS[name] * UNRECORDED : value * REGRESSION;
}

/** @param {string[]} which @param {Ratios} medians @returns {string[]} those over what is allowed */
function judge(which, medians) {
  return which.filter((name) => {
    const ok = medians[name] <= allowed(name);
    const was = recorded[name] === undefined ? 'not recorded' : `recorded ${recorded[name]}`;
    process.stdout.write(
      `${ok ? '✓' : '✗'} boot/${name}-vs-stock  ${medians[name].toFixed(3)}  (at most ${allowed(name).toFixed(3)}; ${was})\n`
    );
    return !ok;
  });
}

try {
  const { boot, medians } = await measure();
  process.stdout.write(`${table(boot)}\n`);
  if (process.env['UPDATE']) {
    const rounded = names.map((name) => [name, Number(medians[name].toFixed(3))]);
    writeFileSync(RECORDED, `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`);
    writeTable(boot);
  } else {
    let over = judge(names, medians);
    for (let time = 0; time < AGAIN && over.length > 0; time++) {
      process.stdout.write('Once more, what was over:\n');
      over = judge(over, (await measure()).medians);
    }
    process.exitCode = over.length === 0 ? 0 : 1;
  }
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`lectern: ${error.message}\n`);
  process.exitCode = 2;
}
