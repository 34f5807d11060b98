// @ts-check
/**
 * Environments of our own with pinned Python packages: `.venv`, where JupyterLite's application comes from, and
 * `.venv-tests`. They are two because JupyterLite ships every lab extension that it finds beside it.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, readStamp, root, run, SetupError, step } from './step.mjs';

const OLDEST = [3, 11];
const CANDIDATES = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python'];

/**
 * @param {{ tests?: boolean }} [options] with what the tests need, too
 * @returns {Promise<string>} the path of the site's python
 */
export async function installPythonPackages({ tests = false } = {}) {
  if (tests) await install('.venv-tests', 'requirements-test.txt', 'tests');
  return install('.venv', 'deployment/requirements.txt', 'site');
}

/** What the measurements are compared with. @returns {Promise<string>} the path of its python */
export function installBenchPython() {
  return install('.venv-bench', 'scripts/bench/train/requirements.txt', 'measurements');
}

/**
 * @param {string} folder
 * @param {string} requirements
 * @param {string} name
 * @returns {Promise<string>} the path of its python
 */
async function install(folder, requirements, name) {
  const python = pythonIn(folder);
  const stamp = `${folder}/.lectern`;
  const current = fingerprint([requirements]);
  if (existsSync(python) && readStamp(stamp) === current) return python;
  await step(`Installing Python packages for the ${name}`, async () => {
    if (!existsSync(python)) {
      rmSync(join(root, folder), { recursive: true, force: true });
      await run(findPython(), ['-m', 'venv', folder]);
    }
    await run(python, [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '-r',
      requirements
    ]);
  });
  writeFileSync(join(root, stamp), current);
  return python;
}

/** @param {string} folder of an environment, relative to the root */
export function pythonIn(folder) {
  const name = process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python';
  return join(root, folder, name);
}

function findPython() {
  const found = CANDIDATES.find((name) => {
    const { status, stdout } = spawnSync(name, ['-c', 'import sys; print(*sys.version_info[:2])'], {
      encoding: 'utf8'
    });
    if (status !== 0) return false;
    const [major = 0, minor = 0] = stdout.trim().split(' ').map(Number);
    return major === OLDEST[0] && minor >= OLDEST[1];
  });
  if (found === undefined) {
    throw new SetupError(
      `Python ${OLDEST.join('.')} or newer is needed to build the site, and none is on the PATH. Install it from python.org or your system's packages.`
    );
  }
  return found;
}
