// @ts-check
/** A Python to measure against: one that has the library, or one of our own with numpy. */

import { spawnSync } from 'node:child_process';
import { installBenchPython } from '../../setup/python.mjs';

/**
 * @param {'numpy' | 'torch'} library numpy is installed where it is missing; PyTorch is too large for that
 * @returns {Promise<string | null>}
 */
export async function pythonFor(library) {
  const named = [process.env['LECTERN_BENCH_PYTHON'], 'python3'];
  const found = named.find((python) => python !== undefined && has(python, library));
  return found ?? (library === 'numpy' ? await installBenchPython() : null);
}

/** @param {string} python @param {string} library */
function has(python, library) {
  return spawnSync(python, ['-c', `import ${library}`], { stdio: 'ignore' }).status === 0;
}
