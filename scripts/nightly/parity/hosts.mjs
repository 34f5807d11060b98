// @ts-check
/** The same answers graded in Node's sandbox and in a browser's, and what differs. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../setup/step.mjs';
import { told } from './told.mjs';

/** @typedef {import('./programs.mjs').Case} Case */
/** @typedef {{ name: string, status: string, node: string, browser: string }} Difference */
/** @typedef {{ statuses: Map<string, number>, differences: Difference[], again: number }} Comparison */

const PAGE = 'https://parity.invalid/';
const SANDBOX = join(root, 'packages/grader/sandbox');
/** Where the two disagree on whether an answer ended in time, both have this much longer, once. */
const MORE_TIME = 5;

/**
 * Grades each case in both, one after the other in each; `page` is a blank one.
 * @param {readonly Case[]} cases
 * @param {import('@lectern/grader').Sandbox} sandbox
 * @param {import('@playwright/test').Page} page
 * @param {(done: number) => void} [onCase]
 * @returns {Promise<Comparison>}
 */
export async function compareHosts(cases, sandbox, page, onCase = () => undefined) {
  await openPage(page);
  const inBrowser = (/** @type {Case} */ { data, source }) =>
    page.evaluate(
      ([data, source]) => globalThis.lecternParity(data, source),
      /** @type {const} */ ([data, source])
    );
  /** @type {Comparison} */
  const comparison = { statuses: new Map(), differences: [], again: 0 };
  for (const [index, item] of cases.entries()) {
    let [node, browser] = await Promise.all([
      told(sandbox, item.data, item.source),
      inBrowser(item)
    ]);
    if (
      statusOf(node) !== statusOf(browser) &&
      /timed-out/.test(statusOf(node) + statusOf(browser))
    ) {
      comparison.again++;
      const data = { ...item.data, timeLimitSeconds: MORE_TIME * item.data.timeLimitSeconds };
      [node, browser] = await Promise.all([
        told(sandbox, data, item.source),
        inBrowser({ ...item, data })
      ]);
    }
    const status = statusOf(node);
    comparison.statuses.set(status, (comparison.statuses.get(status) ?? 0) + 1);
    if (node !== browser || (item.status !== undefined && status !== item.status)) {
      comparison.differences.push({ name: item.name, status, node, browser });
    }
    onCase(index + 1);
  }
  return comparison;
}

/** @param {string} text @returns {string} */
function statusOf(text) {
  return JSON.parse(text).verdict.status;
}

/** Where the two begin to differ, with some text around it. @param {Difference} difference */
export function explain({ name, status, node, browser }) {
  let at = 0;
  while (at < node.length && node[at] === browser[at]) at++;
  if (node === browser) return `${name}: another status than it says: ${status}`;
  const around = (/** @type {string} */ text) => text.slice(Math.max(0, at - 120), at + 200);
  return `${name}\n  Node:    …${around(node)}\n  browser: …${around(browser)}`;
}

/** A page with nothing but the grader; its files come from the disk, whatever host it thinks that it is on. */
async function openPage(/** @type {import('@playwright/test').Page} */ page) {
  const bundle = await build({
    entryPoints: [join(root, 'scripts/nightly/parity/page.mjs')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  await page.route(`${PAGE}**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') {
      const body = '<!doctype html><title>Parity</title><script src="page.js"></script>';
      return route.fulfill({ contentType: 'text/html', body });
    }
    if (path === '/page.js') return route.fulfill({ contentType: 'text/javascript', body: script });
    return route.fulfill({ body: readFileSync(join(SANDBOX, path)) });
  });
  await page.goto(PAGE);
}
