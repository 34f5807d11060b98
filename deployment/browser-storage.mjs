// @ts-check
/** The browser's database that JupyterLite keeps a learner's files and settings in, as its scripts declare it. */

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Followed by the site's base path. */
export const STORAGE = 'JupyterLite Storage - ';

/** A store of localforage's own for what it finds out about the browser, and the name that it gives a nameless one. */
const DETECTION = 'local-forage-detect-blob-support';
const NAMELESS = 'keyvaluepairs';

/**
 * @param {string} shell
 * @param {Record<string, unknown>} config of a page
 * @returns {Promise<string[]>} the object stores of the database
 */
export async function browserStores(shell, config) {
  const folder = join(shell, 'build');
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const texts = await Promise.all(scripts.map((name) => readFile(join(folder, name), 'utf8')));
  const found = texts.flatMap((text) => [...text.matchAll(/storeName:"([^"]+)"/g)]);
  const stores = new Set(found.map(([, name = '']) => name));
  stores.delete(NAMELESS);
  const renamed = Object.keys(config).find((option) => /Storage(Name|Drivers)$/.test(option));
  const known = texts.some((text) => text.includes(`\`${STORAGE}\${`));
  if (renamed !== undefined || !known || !stores.has('files') || !stores.has('settings')) {
    throw new Error(
      'JupyterLite keeps its files and settings elsewhere: adapt deployment/browser-storage.mjs'
    );
  }
  return [DETECTION, ...stores].sort();
}
