// @ts-check
/** A page of a headless Chromium that has WebGPU, on SwiftShader where the machine has no GPU, with one script in it. */

import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../setup/step.mjs';
import { findOrInstallChromium } from '../test/chromium.mjs';

const require = createRequire(join(root, 'ui-tests/package.json'));

const ARGUMENTS = [
  '--no-sandbox',
  '--headless=new',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  '--ignore-gpu-blocklist',
  '--disable-background-networking'
];

/**
 * @template T
 * @param {string} script the source of a module, bundled with what it imports from the repository
 * @param {(page: import('@playwright/test').Page) => Promise<T>} use the page has run the script
 * @returns {Promise<T>}
 */
export async function withWebGpuPage(script, use) {
  const executablePath = await findOrInstallChromium();
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: root },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'error'
  });
  // What a page must be served from to have WebGPU: 127.0.0.1 counts as secure, a file does not.
  const server = createServer(({ url }, response) => {
    const isScript = url === '/script.js';
    response
      .setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
      .end(
        isScript
          ? outputFiles[0]?.text
          : '<!doctype html><title>WebGPU</title><link rel="icon" href="data:,"><script type="module" src="script.js"></script>'
      );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  /** @type {typeof import('@playwright/test')} */
  const { chromium } = require('@playwright/test');
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  try {
    const page = await browser.newPage();
    /** @type {Error[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(`http://127.0.0.1:${port}/`);
    if (errors[0] !== undefined) throw errors[0];
    return await use(page);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
