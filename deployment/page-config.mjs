// @ts-check
/** The configuration of an app's page, as JupyterLite's own `config-utils.js` would merge it there from six files. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import vm from 'node:vm';

/** Stands for the site's base path, which is known in the browser only. */
export const BASE = '/-lectern-base-path-/';

const ORIGIN = 'http://localhost';
const EMPTY_PAGE = '<script id="jupyter-config-data" type="application/json">{}</script>';
const CONFIG_SCRIPT = /<script id="jupyter-config-data"[^>]*>([^<]*)<\/script>/;

/**
 * Runs the shell's `config-utils.js` for one of its pages, on the files of the shell.
 * @param {{ shell: string, app: string }} options
 * @returns {Promise<Record<string, unknown>>} with `BASE` in its addresses
 */
export async function pageConfig({ shell, app }) {
  const path = join(shell, 'config-utils.js');
  const source = await readFile(path, 'utf8');
  const script = { dataset: { jupyterLiteRoot: '..' }, textContent: '{}' };
  const pathname = `${BASE}${app}/index.html`;
  const href = `${ORIGIN}${pathname}`;
  /** @param {string} url */
  const fetch = async (url) => {
    const name = new URL(url).pathname.slice(BASE.length);
    // The catalogue comes with the course, and configures nothing.
    const text = await readFile(join(shell, name), 'utf8').catch(() =>
      name.endsWith('.html') ? EMPTY_PAGE : '{}'
    );
    return { text: async () => text };
  };
  const context = {
    URL,
    console,
    window: { fetch, location: { origin: ORIGIN, pathname, href } },
    document: {
      /** @param {string} id */
      getElementById: (id) =>
        id === 'jupyter-config-data' ? script : { href: '', attributes: { main: 'index' } },
      createElement: () => ({}),
      head: { appendChild: () => undefined }
    },
    DOMParser: class {
      /** @param {string} html */
      parseFromString(html) {
        const [, textContent = '{}'] = CONFIG_SCRIPT.exec(html) ?? [];
        return { getElementById: () => ({ textContent }) };
      }
    }
  };
  // A module that imports nothing: as a function body it can be run on these files.
  const body = source.replace(/^export /gm, '');
  await vm.runInNewContext(`(async () => {${body}\n})()`, context, { filename: path });
  const config = JSON.parse(script.textContent);
  if (config.baseUrl !== BASE || !Array.isArray(config.federated_extensions)) {
    throw new Error(
      `JupyterLite's config-utils.js did not configure ${app}/ as expected: adapt deployment/page-config.mjs`
    );
  }
  return config;
}
