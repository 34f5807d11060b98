// @ts-check
/** A learner's two visits to a site: the first with nothing kept, the second a while later with the browser begun anew. */

import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../setup/step.mjs';
import { canMeasureMemory, rendererMegabytes } from './memory.mjs';
import { firstCell, watchPage } from './watch-page.mjs';

const { chromium } = /** @type {typeof import('@playwright/test')} */ (
  createRequire(join(root, 'ui-tests/package.json'))('@playwright/test')
);

/** A cell that is not marked as running so long after the press has never heard of it. */
const LOST_AFTER = 5;
const PATIENCE = 120;

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('./host.mjs').Host} Host
 * @typedef {object} Visit
 * @property {number} notebook seconds from the navigation's begin until the first cell could be clicked
 * @property {number} output seconds from the navigation's begin until the first output was there
 * @property {number} megabytesSent until then
 * @property {number} memory megabytes of the page after that, when it has come to rest
 * @property {number} presses of Shift+Enter that it took
 * @typedef {{ cold: Visit, warm: Visit, restart: number }} Visits `restart`: seconds from its being confirmed until a
 *   cell's new output
 */

/**
 * @param {{ executablePath: string, host: Host, path: string }} options `path` of the notebook's page
 * @returns {Promise<Visits>}
 */
export async function visitTwice({ executablePath, host, path }) {
  const profile = mkdtempSync(join(tmpdir(), 'lectern-visit-'));
  const open = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      viewport: { width: 1280, height: 900 },
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
        // Memory is compared when nothing is left to collect.
        '--js-flags=--expose-gc'
      ]
    });
    await context.addInitScript(watchPage);
    return { context, page: context.pages()[0] ?? (await context.newPage()) };
  };
  try {
    const first = await open();
    const cold = await visit(first.page, host, path, profile);
    await atRest(first.page, host);
    await first.context.close();
    const second = await open();
    const warm = await visit(second.page, host, path, profile);
    const restart = await restartAndRun(second.page);
    await second.context.close();
    return { cold, warm, restart };
  } finally {
    // The browser may still be writing for a moment.
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
}

/** @param {Page} page @param {Host} host @param {string} path @param {string} profile @returns {Promise<Visit>} */
async function visit(page, host, path, profile) {
  const before = host.sent();
  await page.goto(host.url + path, { waitUntil: 'commit' });
  const cell = await page.waitForFunction(firstCell, null, { polling: 'raf', timeout: 60_000 });
  const { x, y } = /** @type {{ x: number, y: number }} */ (await cell.jsonValue());
  await page.mouse.click(x, y);
  const presses = await pressUntilHeard(page, 1);
  const megabytesSent = (host.sent() - before) / 1e6;
  const seen = await whatWasSeen(page);
  await atRest(page, host);
  return {
    notebook: (seen.notebook ?? NaN) / 1000,
    output: (seen.outputs[0]?.at ?? NaN) / 1000,
    megabytesSent,
    memory: await memoryOf(page, profile),
    presses
  };
}

/**
 * Runs the cell as a person would, who presses again when nothing happens.
 * @param {Page} page @param {number} outputs how many there are then @returns {Promise<number>} of presses
 */
async function pressUntilHeard(page, outputs) {
  for (let presses = 1; ; presses++) {
    await page.keyboard.press('Shift+Enter');
    const heard = await page
      .waitForFunction(hasOutputOrIsRunning, outputs, {
        polling: 50,
        timeout: LOST_AFTER * 1000
      })
      .then(
        () => true,
        () => false
      );
    if (heard) {
      await waitForOutputs(page, outputs);
      return presses;
    }
    if (presses === 5) throw new Error('Five presses of Shift+Enter ran nothing.');
    await page.locator('.jp-Notebook .jp-CodeCell .cm-content').first().click();
  }
}

/** @param {number} outputs */
function hasOutputOrIsRunning(outputs) {
  const { lecternSeen } = /** @type {any} */ (globalThis);
  const prompt = document.querySelector('.jp-Notebook .jp-CodeCell .jp-InputPrompt');
  return lecternSeen.outputs.length >= outputs || prompt?.textContent?.includes('*');
}

/** @param {Page} page @param {number} count */
async function waitForOutputs(page, count) {
  await page.waitForFunction(
    (wanted) => /** @type {any} */ (globalThis).lecternSeen.outputs.length >= wanted,
    count,
    { polling: 20, timeout: PATIENCE * 1000 }
  );
}

/** @param {Page} page @returns {Promise<number>} seconds */
async function restartAndRun(page) {
  const before = (await whatWasSeen(page)).outputs.length;
  await page.getByRole('menuitem', { name: 'Kernel', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Restart Kernel and Run All Cells/ }).click();
  await page.locator('.jp-Dialog .jp-mod-accept').click();
  await waitForOutputs(page, before + 1);
  const { restart, outputs } = await whatWasSeen(page);
  return ((outputs[before]?.at ?? NaN) - (restart ?? NaN)) / 1000;
}

/** @param {Page} page @returns {Promise<import('./watch-page.mjs').Seen>} */
function whatWasSeen(page) {
  return page.evaluate(() => /** @type {any} */ (globalThis).lecternSeen);
}

/** Until the service worker is there and nothing is fetched any more. @param {Page} page @param {Host} host */
async function atRest(page, host) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  const deadline = performance.now() + 30_000;
  while (host.quietFor() < 2 && performance.now() < deadline) await page.waitForTimeout(200);
}

/** @param {Page} page @param {string} profile */
async function memoryOf(page, profile) {
  if (!canMeasureMemory) return NaN;
  const collect = () => {
    const { gc } = /** @type {{ gc?: () => void }} */ (globalThis);
    for (let time = 0; time < 3; time++) gc?.();
  };
  for (const worker of page.workers()) await worker.evaluate(collect);
  await page.evaluate(collect);
  await page.waitForTimeout(1_000);
  return rendererMegabytes(profile);
}
