// @ts-check
/** The site's shell: everything of a site that does not depend on the course. */

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, readStamp, root, run, step } from './step.mjs';

export const SHELL = 'packages/cli/shell';
const EXTENSION = 'packages/extension/labextension/@lectern/extension';
const WHEELS = 'packages/preference-python/dist';
const STAMP = `.cache/setup/shell`;

/** @param {string} python */
export async function buildShell(python) {
  const current = fingerprint(
    ['deployment', 'package-lock.json'],
    // What of our own goes into it is told by the stamps of the packages that made it.
    ['catalogue', 'extension', 'grader', 'instant-kernel', 'offline', 'preference-python'].map(
      (name) => readStamp(`.cache/setup/${name}`) ?? ''
    )
  );
  if (existsSync(join(root, SHELL)) && readStamp(STAMP) === current) return;
  await step('Building the site’s shell (JupyterLite, Pyodide, the extension)', () =>
    run(process.execPath, [
      'deployment/build-shell.mjs',
      '--python',
      python,
      '--out',
      SHELL,
      '--extension',
      EXTENSION,
      ...wheels().flatMap((path) => ['--wheel', path])
    ])
  );
  writeFileSync(join(root, STAMP), current);
}

/** Ours, relative to the root. */
function wheels() {
  return readdirSync(join(root, WHEELS))
    .filter((name) => name.endsWith('.whl'))
    .map((name) => `${WHEELS}/${name}`);
}
