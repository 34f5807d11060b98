// @ts-check
/** Pyodide in Node with the built wheel unpacked where Python looks: what a notebook kernel has, less JupyterLite. */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** The wheel, built now where nobody has. */
export function wheelPath() {
  const find = () =>
    existsSync(dist)
      ? readdirSync(dist).find((name) => name.startsWith('lectern_preference'))
      : undefined;
  if (find() === undefined) {
    execFileSync(process.execPath, [
      fileURLToPath(new URL('../scripts/build-wheels.mjs', import.meta.url))
    ]);
  }
  return `${dist}/${find()}`;
}

/** @returns {Promise<import('pyodide').PyodideInterface>} */
export async function bootWithWheel() {
  const pyodide = await loadPyodide();
  pyodide.unpackArchive(new Uint8Array(readFileSync(wheelPath())), 'wheel');
  await pyodide.runPythonAsync('import lectern.preference as pref');
  return pyodide;
}
