// @ts-check
/** A real Chromium for measurements: a bare page with the grader in it, and a lesson in the real site. */

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../setup/step.mjs';
import { findOrInstallChromium } from '../test/chromium.mjs';

const require = createRequire(join(root, 'ui-tests/package.json'));
const SITE = join(root, '.cache/bench/site');
const COURSE = join(root, 'packages/cli/test/lessons');
export const LESSON = 'canonical.ipynb';
/** Behaviour calls of the challenge that is measured. */
const CALLS = 30;

/**
 * @typedef {import('@lectern/grader').GradingData} GradingData
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{ grading: GradingData, answer: string }} Measured
 */

/**
 * Builds the site with the sample's lesson, its challenge cut to so many calls.
 * @returns {Measured} the challenge, and an answer that passes.
 */
export function buildMeasured() {
  const bin = join(root, 'packages/cli/bin/lectern.mjs');
  execFileSync(process.execPath, [bin, 'build', COURSE, '--output', SITE], {
    stdio: 'ignore',
    env: { ...process.env, LECTERN_SETUP: 'done' }
  });
  const path = join(SITE, 'files', LESSON);
  const notebook = JSON.parse(readFileSync(path, 'utf8'));
  const { challenge } = notebook.cells
    .map((/** @type {any} */ cell) => cell.metadata.lectern)
    .find((/** @type {any} */ lectern) => lectern?.kind === 'challenge-answer');
  const [graded] = challenge.grading.behaviour;
  graded.calls = graded.calls.slice(0, CALLS);
  if (graded.calls.length !== CALLS) throw new Error(`${LESSON} has too few calls to measure.`);
  writeFileSync(path, JSON.stringify(notebook));
  return {
    grading: challenge.grading,
    answer: Buffer.from(challenge.solution, 'base64').toString('utf8')
  };
}

/**
 * Calls `use` with a fresh page for each visit: no cache, no worker of the last one.
 * @template T
 * @param {(visit: (path: string) => Promise<Page>) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withBrowser(use) {
  const executablePath = await findOrInstallChromium();
  /** @type {typeof import('@playwright/test')} */
  const { chromium } = require('@playwright/test');
  const server = await serve();
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  });
  /** @type {import('@playwright/test').BrowserContext | undefined} */
  let context;
  try {
    return await use(async (path) => {
      await context?.close();
      context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${port}/${path}`);
      return page;
    });
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

/** The address of a page with nothing in it but `globalThis.lectern`: `grade` and `createBrowserSandbox`. */
export const BARE = 'bare/';

async function serve() {
  const bare = await bareFiles();
  /** @type {typeof import('sirv').default} */
  const sirv = require('sirv');
  const site = sirv(SITE, { dev: true, etag: true });
  const sandbox = sirv(join(root, 'packages/grader/sandbox'), { dev: true, etag: true });
  const server = createServer((request, response) => {
    const notFound = () => void response.writeHead(404).end();
    const { url = '/' } = request;
    const own = bare.get(url);
    if (own !== undefined) return response.setHeader('content-type', own.type).end(own.text);
    if (!url.startsWith(`/${BARE}sandbox/`)) return site(request, response, notFound);
    request.url = url.slice(`/${BARE}sandbox`.length);
    sandbox(request, response, notFound);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  return server;
}

/** @returns {Promise<Map<string, { type: string, text: string }>>} */
async function bareFiles() {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { grade } from '@lectern/grader';
import { createBrowserSandbox } from '@lectern/grader/browser';
globalThis.lectern = { grade, createBrowserSandbox };`,
      resolveDir: root
    },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false
  });
  const page =
    '<!doctype html><meta charset="utf-8"><title>Bench</title><script type="module" src="grader.js"></script><body>';
  return new Map([
    [`/${BARE}`, { type: 'text/html', text: page }],
    [`/${BARE}grader.js`, { type: 'text/javascript', text: outputFiles[0]?.text ?? '' }]
  ]);
}
