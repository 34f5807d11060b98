// @ts-check
/** Puts the grader's browser assets into the site: the files that its manifest names, less copies of Pyodide's own. */

import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const PYODIDE = 'static/pyodide';
const TARGET = 'static/sandbox';

/**
 * Writes `static/sandbox/` of a shell that holds Pyodide, and tells the extension where it is.
 * @param {{ shell: string, sandbox: string }} options `sandbox`: the grader's built assets.
 */
export async function addSandbox({ shell, sandbox }) {
  const manifest = JSON.parse(await readFile(join(sandbox, 'manifest.json'), 'utf8'));
  const pyodide = await filesByHash(join(shell, PYODIDE));
  await mkdir(join(shell, TARGET), { recursive: true });
  for (const entry of Object.values(manifest.files)) {
    const shipped = pyodide.get(entry.sha256);
    if (shipped) entry.url = `../pyodide/${shipped}`;
    else await cp(join(sandbox, entry.url), join(shell, TARGET, entry.url));
  }
  await writeFile(join(shell, TARGET, 'manifest.json'), JSON.stringify(manifest, null, 2));

  const path = join(shell, 'jupyter-lite.json');
  const config = JSON.parse(await readFile(path, 'utf8'));
  config['jupyter-config-data'].lecternSandboxUrl = `./${TARGET}/`;
  await writeFile(path, JSON.stringify(config, null, 2));
}

/**
 * @param {string} folder
 * @returns {Promise<Map<string, string>>} SHA-256 → name
 */
async function filesByHash(folder) {
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name));
    names.set(createHash('sha256').update(bytes).digest('hex'), name);
  }
  return names;
}
