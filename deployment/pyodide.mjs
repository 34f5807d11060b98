// @ts-check
/** Puts Pyodide into the site: its core from npm, the kernel's wheels from PyPI, and a lock file with the hashes of what is shipped. */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const CORE_FILES = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip'];
const KERNEL_WHEELS = 'extensions/@jupyterlite/pyodide-kernel-extension/static/pypi';

/** What Pyodide's own lock file does not name. @type {Record<string, { imports: string[], depends: string[] }>} */
export const ADDED_PACKAGES = {
  comm: { imports: ['comm'], depends: [] },
  piplite: { imports: ['piplite'], depends: ['micropip'] },
  'pyodide-kernel': { imports: ['pyodide_kernel'], depends: ['comm', 'ipython'] },
  ipykernel: { imports: ['ipykernel'], depends: ['pyodide-kernel'] },
  anywidget: { imports: ['anywidget'], depends: ['ipywidgets', 'psygnal', 'typing-extensions'] },
  ipywidgets: { imports: ['ipywidgets'], depends: ['comm', 'ipython', 'traitlets'] },
  psygnal: { imports: ['psygnal'], depends: [] },
  // A cell's `import lectern.preference` loads it.
  'lectern-preference': { imports: ['lectern', 'lectern.preference'], depends: [] },
  'lectern-experiments': {
    imports: ['lectern.experiments'],
    depends: ['lectern-preference', 'anywidget']
  }
};

/**
 * Downloads the wheels of `requirements` into `cache` unless they are all there, and returns them.
 * @param {{ python: string, requirements: string, cache: string }} options
 * @returns {Promise<Wheel[]>}
 */
export async function pinnedWheels({ python, requirements, cache }) {
  const wanted = new Set(
    [...(await readFile(requirements, 'utf8')).matchAll(/--hash=sha256:([0-9a-f]{64})/g)].map(
      ([, hash]) => hash
    )
  );
  const present = async () => (await wheelsIn(cache)).filter((wheel) => wanted.has(wheel.sha256));
  await mkdir(cache, { recursive: true });
  let wheels = await present();
  if (wheels.length < wanted.size) {
    const target = ['--no-deps', '--only-binary=:all:', '--python-version=3.14', '--dest', cache];
    await promisify(execFile)(python, [
      ...['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--require-hashes'],
      ...[...target, '--requirement', requirements]
    ]);
    wheels = await present();
  }
  return wheels;
}

/**
 * @typedef {{ name: string, version: string, fileName: string, sha256: string, path: string }} Wheel
 */

/**
 * @param {string} folder
 * @returns {Promise<Wheel[]>}
 */
async function wheelsIn(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.whl')).sort();
  return Promise.all(names.map((fileName) => readWheel(join(folder, fileName))));
}

/**
 * @param {string} path
 * @returns {Promise<Wheel>}
 */
export async function readWheel(path) {
  const fileName = basename(path);
  const [name = '', version = ''] = fileName.split('-');
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return { name: name.toLowerCase().replaceAll('_', '-'), version, fileName, sha256, path };
}

/**
 * Writes `static/pyodide/` of an app shell that holds the kernel extension.
 * @param {{ shell: string, npmPyodide: string, wheels: Wheel[] }} options
 */
export async function addPyodide({ shell, npmPyodide, wheels }) {
  const target = join(shell, 'static/pyodide');
  await mkdir(target, { recursive: true });
  await Promise.all([
    ...CORE_FILES.map((name) => cp(join(npmPyodide, name), join(target, name))),
    ...wheels.map((wheel) => cp(wheel.path, join(target, wheel.fileName)))
  ]);
  const inExtension = (await wheelsIn(join(shell, KERNEL_WHEELS)))
    .filter((wheel) => wheel.name in ADDED_PACKAGES)
    .map((wheel) => ({ ...wheel, fileName: `../../${KERNEL_WHEELS}/${wheel.fileName}` }));
  const { version } = JSON.parse(await readFile(join(npmPyodide, 'package.json'), 'utf8'));
  const lock = JSON.parse(await readFile(join(npmPyodide, 'pyodide-lock.json'), 'utf8'));
  const shipped = siteLock(lock, version, [...wheels, ...inExtension]);
  await writeFile(join(target, 'pyodide-lock.json'), JSON.stringify(shipped));
}

/**
 * Pyodide's lock file for this site: what is shipped has the shipped file's hash, all else its
 * address on Pyodide's public CDN, so that it loads where there is a network.
 * @template {{ packages: Record<string, any> }} L
 * @param {L} lock
 * @param {string} version Pyodide's
 * @param {Omit<Wheel, 'path'>[]} wheels
 */
export function siteLock(lock, version, wheels) {
  const cdn = `https://cdn.jsdelivr.net/pyodide/v${version}/full/`;
  /** @type {Record<string, any>} */
  const packages = {};
  for (const [name, entry] of Object.entries(lock.packages)) {
    packages[name] = { ...entry, file_name: new URL(entry.file_name, cdn).href };
  }
  for (const wheel of wheels) {
    const known = packages[wheel.name];
    const added = ADDED_PACKAGES[wheel.name];
    if (!known && !added) {
      throw new Error(`${wheel.name}: neither Pyodide's lock nor deployment/pyodide.mjs knows it`);
    }
    if (known && known.version !== wheel.version) {
      throw new Error(
        `${wheel.name} is ${wheel.version} in deployment/kernel-wheels.txt, ${known.version} in Pyodide's lock: pin the latter`
      );
    }
    packages[wheel.name] = {
      install_dir: 'site',
      name: wheel.name,
      package_type: 'package',
      unvendored_tests: false,
      ...(known ?? added),
      version: wheel.version,
      file_name: wheel.fileName,
      sha256: wheel.sha256
    };
  }
  return { ...lock, packages };
}
