// @ts-check
/** A `.venv` of our own with pinned Python packages: JupyterLite's application comes from there. */

import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, readStamp, root, run, SetupError, step } from './step.mjs';

const OLDEST = [3, 11];
const CANDIDATES = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python'];

/**
 * @param {{ tests?: boolean }} [options] with what the tests need, too
 * @returns {Promise<string>} the path of the environment's python
 */
export async function installPythonPackages({ tests = false } = {}) {
  const python = join(
    root,
    process.platform === 'win32' ? '.venv/Scripts/python.exe' : '.venv/bin/python'
  );
  await install(python, 'deployment/requirements.txt', 'site');
  if (tests) await install(python, 'requirements-test.txt', 'tests');
  return python;
}

/** @param {string} python @param {string} requirements @param {string} name */
async function install(python, requirements, name) {
  const stamp = `.venv/.lectern-${name}`;
  const current = fingerprint([requirements]);
  if (existsSync(python) && readStamp(stamp) === current) return;
  await step(`Installing Python packages for the ${name}`, async () => {
    if (!existsSync(python)) {
      rmSync(join(root, '.venv'), { recursive: true, force: true });
      await run(findPython(), ['-m', 'venv', '.venv']);
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
