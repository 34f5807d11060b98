/** `instant-kernel SITE`, on a site that knows nothing of Lectern. */

import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { KernelPage } from '../stock/kernel-page.js';
import { CUT_OFF, NOTEBOOK, paritySites } from '../stock/pair.js';
import { serveStatic } from '../site.js';

test.use({ launchOptions: CUT_OFF });

const inRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const SITE = inRoot('.cache/stock/instant');

test("plain JupyterLite's kernel starts from a snapshot", async ({ page }) => {
  test.setTimeout(600_000); // a site, and a snapshot of its kernel
  await test.step('the command changes the site', async () => {
    rmSync(SITE, { recursive: true, force: true });
    cpSync((await paritySites()).stock, SITE, { recursive: true });
    nameLockFile(`${SITE}/jupyter-lite.json`);
    const cli = inRoot('packages/instant-kernel/scripts/cli.mjs');
    const said = execFileSync(
      process.execPath,
      [cli, SITE, '--level', '3', '--cache', inRoot('.cache/snapshots')],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }
    );
    expect(said).toMatch(/^Instant kernel: a snapshot of [\d.]+ MB in [\d.]+ MB, with \d+ modules/);
  });
  const host = await serveStatic(SITE);
  try {
    const asked: string[] = [];
    page.context().on('request', (request) => asked.push(new URL(request.url()).pathname));
    const kernel = new KernelPage(page);
    await kernel.open(`${host.url}notebooks/index.html?path=${encodeURIComponent(NOTEBOOK)}`);
    expect(await kernel.value('6 * 7')).toBe('42');
    expect(asked.filter((path) => /\/snapshot\.\w+\.zst$/.test(path))).toHaveLength(1);
    expect(asked.filter((path) => path.endsWith('.whl'))).toEqual([]);
    expect(await kernel.value('__import__("statistics").mean([1, 2])')).toBe('1.5');
  } finally {
    await host.close();
  }
});

/** The one thing that the command asks for: a lock file by name. */
function nameLockFile(path: string): void {
  const config = JSON.parse(readFileSync(path, 'utf8')) as {
    'jupyter-config-data': { litePluginSettings: Record<string, object> };
  };
  const settings = config['jupyter-config-data'].litePluginSettings;
  Object.assign(settings['@jupyterlite/pyodide-kernel-extension:kernel'] ?? {}, {
    loadPyodideOptions: { lockFileURL: './static/pyodide/pyodide-lock.json' }
  });
  writeFileSync(path, JSON.stringify(config));
}
