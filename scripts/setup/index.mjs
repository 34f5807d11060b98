// @ts-check
/**
 * Brings a clone up to date: npm packages, Python packages, the packages' builds, the site's shell.
 * Only Node's own modules are used, since nothing is installed yet. Each step looks at what it was made
 * from, and does nothing when that has not changed. Everything is said on stderr: stdout is the command's.
 */

import { buildPackages } from './packages.mjs';
import { requireNode } from './node-version.mjs';
import { installNode26 } from './node26.mjs';
import { installNpmPackages } from './npm.mjs';
import { installPythonPackages } from './python.mjs';
import { buildShell } from './shell.mjs';
import { SetupError } from './step.mjs';
import { downloadTrl } from './trl.mjs';

/**
 * @param {{ site?: boolean, tests?: boolean, packages?: string[] }} wanted `site`: what a site is built from;
 *   `tests`: what only the tests need; `packages`: those to build, where not all are wanted.
 */
export async function setUp({ site = false, tests = false, packages } = {}) {
  try {
    requireNode();
    await installNpmPackages();
    await buildPackages(packages);
    if (site || tests) {
      const python = await installPythonPackages({ tests });
      await buildShell(python);
      if (tests) await downloadTrl(python);
    }
    if (tests) await installNode26();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`lectern: ${error.message}\n`);
    process.exit(2);
  }
}
