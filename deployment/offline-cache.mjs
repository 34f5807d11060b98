// @ts-check
/** Makes JupyterLite's one service worker keep releases, so that a later visit works without a network. */

import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What `packages/offline` replaces: if JupyterLite renames them, the build must fail rather than the cache. */
const REPLACED = [
  'async function maybeFromCache(',
  'function shouldDrop(',
  'async function cacheAll('
];

/** @param {{ shell: string, scripts: string }} options `scripts`: the folder of the two bundles. */
export async function addOfflineCache({ shell, scripts }) {
  const path = join(shell, 'service-worker.js');
  const worker = await readFile(path, 'utf8');
  for (const declaration of REPLACED) {
    if (!worker.includes(declaration)) {
      throw new Error(
        `JupyterLite's service worker has no "${declaration}": adapt packages/offline/src/worker/main.ts`
      );
    }
  }
  const extension = await readFile(join(scripts, 'worker.js'), 'utf8');
  await writeFile(path, `${worker.trimEnd()}\n\n${extension}`);
  await cp(join(scripts, 'page.js'), join(shell, 'offline-page.js'));

  for (const app of await readdir(shell)) {
    const page = join(shell, app, 'index.html');
    const html = await readFile(page, 'utf8').catch(() => null);
    if (html === null || app === 'tree') continue;
    if (!html.includes('<meta charset="utf-8">')) throw new Error(`${page}: not the page expected`);
    await writeFile(
      page,
      html.replace('<meta charset="utf-8">', '$&\n    <script src="../offline-page.js"></script>')
    );
  }
}
