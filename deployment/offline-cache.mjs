// @ts-check
/** Makes JupyterLite's one service worker keep what it fetched, so that a later visit works without a network. */

import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What offline-worker.js replaces: if JupyterLite renames them, the build must fail rather than the cache. */
const REPLACED = [
  'async function maybeFromCache(',
  'function shouldDrop(',
  'async function cacheAll('
];

/**
 * @param {{ shell: string, deployment: string, digest: string }} options `digest` names this shell's cache.
 */
export async function addOfflineCache({ shell, deployment, digest }) {
  const path = join(shell, 'service-worker.js');
  const worker = await readFile(path, 'utf8');
  for (const declaration of REPLACED) {
    if (!worker.includes(declaration)) {
      throw new Error(
        `JupyterLite's service worker has no "${declaration}": adapt deployment/offline-worker.js`
      );
    }
  }
  const extension = await readFile(join(deployment, 'offline-worker.js'), 'utf8');
  const name = `self.lecternCache = 'lectern-${digest}';`;
  await writeFile(path, `${worker.trimEnd()}\n\n${name}\n${extension}`);
  await cp(join(deployment, 'offline-page.js'), join(shell, 'offline-page.js'));

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
