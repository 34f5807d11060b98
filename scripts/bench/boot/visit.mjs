// @ts-check
/** A learner's two visits to a site: the first with nothing kept, the second a while later with the browser begun anew. */

import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../setup/step.mjs';
import { canMeasureMemory, rendererMegabytes } from './memory.mjs';
import {
  cursorIsInCell,
  firstCell,
  isRunningOrHasRun,
  namesKernel,
  watchPage
} from './watch-page.mjs';

const { chromium, errors } = /** @type {typeof import('@playwright/test')} */ (
  createRequire(join(root, 'ui-tests/package.json'))('@playwright/test')
);

/** A cell that is not marked as running so long after the press has not heard of it, in milliseconds. */
const LOST_AFTER = 1_000;
const PRESSES = 30;
const PATIENCE = 120;

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('./host.mjs').Host} Host
 * @typedef {object} Visit
 * @property {number} notebook seconds from the navigation's begin until the first cell could be clicked
 * @property {number} output seconds from the navigation's begin until the first output was there
 * @property {number} presses until the cell ran
 * @property {number} megabytesSent until the first output
 * @property {number} memory megabytes of the page after that, when it has come to rest
 * @typedef {{ cold: Visit, warm: Visit, restart: number }} Visits `restart`: seconds from its being confirmed until a
 *   cell's new output
 */

/**
 * @param {{ executablePath: string, host: Host, path: string, afterName: boolean }} options `path` of the notebook's
 *   page; `afterName`: nothing is pressed before the page names its kernel
 * @returns {Promise<Visits>}
 */
export async function visitTwice({ executablePath, host, path, afterName }) {
  const profile = mkdtempSync(join(tmpdir(), 'lectern-visit-'));
  const how = { host, path, profile, afterName };
  try {
    const cold = await withBrowser({ executablePath, profile }, async (page) => {
      const seen = await visit(page, how);
      await atRest(page, host);
      return seen;
    });
    const [warm, restart] = await withBrowser({ executablePath, profile }, async (page) => [
      await visit(page, how),
      await restartAndRun(page)
    ]);
    return { cold, warm, restart };
  } finally {
    // The browser may still be writing for a moment.
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
}

/**
 * @template T
 * @param {{ executablePath: string, profile: string }} options
 * @param {(page: Page) => Promise<T>} use
 */
async function withBrowser({ executablePath, profile }, use) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    viewport: { width: 1280, height: 900 },
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      // Memory is compared when nothing is left to collect.
      '--js-flags=--expose-gc'
    ]
  });
  try {
    await context.addInitScript(watchPage);
    return await use(context.pages()[0] ?? (await context.newPage()));
  } finally {
    await context.close();
  }
}

/**
 * @param {Page} page
 * @param {{ host: Host, path: string, profile: string, afterName: boolean }} how
 * @returns {Promise<Visit>}
 */
async function visit(page, { host, path, profile, afterName }) {
  const before = host.sent();
  await page.goto(host.url + path, { waitUntil: 'commit' });
  await page.waitForFunction(firstCell, null, { polling: 'raf', timeout: 60_000 });
  if (afterName) await page.waitForFunction(namesKernel, null, { polling: 'raf', timeout: 60_000 });
  const presses = await run(page);
  const megabytesSent = (host.sent() - before) / 1e6;
  const seen = await whatWasSeen(page);
  await atRest(page, host);
  return {
    notebook: (seen.notebook ?? NaN) / 1000,
    output: (seen.outputs[0]?.at ?? NaN) / 1000,
    presses,
    megabytesSent,
    memory: await memoryOf(page, profile)
  };
}

/** Runs the first cell, by more than one press if it must be, and waits for its output. @param {Page} page */
async function run(page) {
  for (let presses = 1; presses <= PRESSES; presses++) {
    await placeCursor(page);
    await page.keyboard.press('Shift+Enter');
    if (!(await comesTrue(page, isRunningOrHasRun, LOST_AFTER))) continue;
    await waitForOutputs(page, 1);
    return presses;
  }
  throw new Error(`Shift+Enter ran nothing, ${PRESSES} times.`);
}

/** A cell may move away under a click, when what is above it is drawn: then it is clicked where it has gone. @param {Page} page */
async function placeCursor(page) {
  for (let clicks = 1; clicks <= PRESSES; clicks++) {
    const cell = await page.waitForFunction(firstCell, null, { polling: 'raf', timeout: 60_000 });
    const { x, y } = /** @type {{ x: number, y: number }} */ (await cell.jsonValue());
    await page.mouse.click(x, y);
    if (await comesTrue(page, cursorIsInCell, 200)) return;
  }
  throw new Error('The first cell takes no cursor.');
}

/** @param {Page} page @param {() => boolean} condition run in the page @param {number} timeout in milliseconds */
async function comesTrue(page, condition, timeout) {
  try {
    await page.waitForFunction(condition, null, { polling: 'raf', timeout });
    return true;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false;
    throw error;
  }
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
  // What the first collection frees may have held what only the second can free.
  for (let time = 0; time < 2; time++) {
    for (const worker of [...page.workers(), ...page.context().serviceWorkers()]) {
      await worker.evaluate(collect);
    }
    await page.evaluate(collect);
    await page.waitForTimeout(1_000);
  }
  return rendererMegabytes(profile);
}
