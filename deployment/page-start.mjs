// @ts-check
/**
 * Makes an app's page start at once: its configuration is in it, and all that it always loads is asked for by its head.
 * As JupyterLite ships it, each step begins when the one before it has arrived: the page, config-utils.js, six files
 * of configuration, the bundle, the extensions, the application's parts, the settings.
 */

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STORAGE, browserStores } from './browser-storage.mjs';
import { firstScripts } from './first-scripts.mjs';
import { BASE, pageConfig } from './page-config.mjs';

const CONFIG = /(<script id="jupyter-config-data"[^>]*>)\s*\{\}\s*(<\/script>)/;
const BUNDLE = /<link id="jupyter-lite-main" rel="preload" href="([^"]+)"[^>]*>/;
const START = /<script>(?:(?!<\/script>)[^])*?config-utils\.js(?:(?!<\/script>)[^])*?<\/script>/;
const ICON = /<link rel="manifest"[^>]*>/;

/** @param {{ shell: string, apps: string[], deployment: string }} options */
export async function makePagesStart({ shell, apps, deployment }) {
  for (const app of apps) await makePageStart({ shell, app, deployment });
  // What the pages hold now: beside them it would be a second truth, that nothing reads.
  const folders = [shell, ...apps.map((app) => join(shell, app))];
  for (const name of ['config-utils.js', 'jupyter-lite.json', 'jupyter-lite.ipynb']) {
    for (const folder of folders) await rm(join(folder, name), { force: true });
  }
}

/** @param {{ shell: string, app: string, deployment: string }} options */
async function makePageStart({ shell, app, deployment }) {
  const page = join(shell, app, 'index.html');
  let html = await readFile(page, 'utf8');
  /** @type {(pattern: RegExp, replacement: (...match: string[]) => string) => void} */
  const replace = (pattern, replacement) => {
    if (!pattern.test(html)) {
      throw new Error(`${app}/index.html has no ${pattern}: adapt deployment/page-start.mjs`);
    }
    html = html.replace(pattern, replacement);
  };

  const config = await pageConfig({ shell, app });
  const [, ...scripts] = await firstScripts({ shell, app, config });
  const settings = `${String(config['settingsUrl']).replace(BASE, '../')}`;
  const preloads = [
    ...scripts.map((path) => `<link rel="preload" href="../${path}" as="script">`),
    ...['all.json', 'all_federated.json'].map(
      (name) => `<link rel="preload" href="${settings}/${name}" as="fetch" crossorigin>`
    )
  ];
  const known = { BASE, STORAGE, STORES: await browserStores(shell, config) };
  const names = new RegExp(`\\b(${Object.keys(known).join('|')})\\b`, 'g');
  const start = (await readFile(join(deployment, 'page-start.js'), 'utf8')).replace(names, (name) =>
    JSON.stringify(known[/** @type {keyof typeof known} */ (name)])
  );
  const json = JSON.stringify(config).replaceAll('<', '\\u003c');

  // Deferred, since it looks for what is in the body.
  replace(BUNDLE, (_, bundle) =>
    [`<script src="${bundle}" defer></script>`, ...preloads].join('\n    ')
  );
  replace(CONFIG, (_, open, close) => `${open}${json}${close}`);
  replace(START, () => `<script>\n${start}</script>`);
  // With no icon named, a browser asks for one at the host's root, outside the site.
  replace(ICON, () => '<link rel="icon" href="./favicon.ico">');
  await writeFile(page, html);
}
