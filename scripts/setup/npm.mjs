// @ts-check
/** npm packages, exactly as the lock file has them. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, SetupError, step } from './step.mjs';

export async function installNpmPackages() {
  if (isInstalled()) return;
  await step('Installing npm packages (a minute or two the first time)', () =>
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
  );
  if (!isInstalled()) {
    throw new SetupError(
      'npm ci did not install what package-lock.json asks for. Run "npm ci" to see why.'
    );
  }
}

/** npm writes what it installed into node_modules/.package-lock.json: the same versions, or not installed. */
function isInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const had = packagesOf(installed);
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      !path.includes('node_modules/') || link || optional || had[path]?.version === version
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
