// @ts-check
/**
 * Makes a kernel's memory snapshot, in a process of its own (Pyodide keeps one alive, and the clock stands still):
 *
 *   node make-snapshot.mjs PYODIDE_FOLDER LOCK_FILE OUT_FOLDER PACKAGE…
 *
 * writes `snapshot.bin` (see `worker/unpack.ts`), `files.bin` and `snapshot.json`.
 */

import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { onFreshMemory } from '@lectern/pyodide-snapshot';
import { withoutChance } from '@lectern/pyodide-snapshot/without-chance';
import { deflateSync } from 'fflate';
import { asIfStackSwitching } from './stack-switching.mjs';
import { wipeFreeMemory } from './wipe-free-memory.mjs';

const [pyodideFolder = '', lockFile = '', out = '', ...packages] = process.argv.slice(2);
const HOME = '/home/pyodide';
/** Stands for the folder of the lock file, which has another address in each site: the worker puts that in its place. */
const BASE = 'https://site.invalid/';
/** What Emscripten calls a program in a browser. */
const EXECUTABLE = './this.program';

const folder = `${resolve(pyodideFolder)}/`;
const lock = JSON.parse(await readFile(lockFile, 'utf8'));
const { loadPyodide } = await import(pathToFileURL(join(folder, 'pyodide.mjs')).href);
const before = await readFile(
  fileURLToPath(new URL('../python/before_snapshot.py', import.meta.url)),
  'utf8'
);

withoutChance();
asIfStackSwitching();
const fresh = freshMemory();
const wheels = `${dirname(resolve(lockFile))}/`;
const pyodide = await loadPyodide({
  indexURL: folder,
  lockFileURL: resolve(lockFile),
  packageBaseUrl: wheels,
  packageCacheDir: wheels,
  env: { HOME, LANG: 'C.UTF-8' },
  _sysExecutable: EXECUTABLE,
  _makeSnapshot: true
});
// One after the other: those of one call are installed as they arrive, and the snapshot would never be the same twice.
for (const name of inOrder(packages)) {
  await pyodide.loadPackage([name], { messageCallback: () => undefined });
}
/** @type {Record<string, string>} */
const loadedPackages = { ...pyodide.loadedPackages };
// Python asks for it when micropip is imported.
Object.assign(pyodide._api.config, { packageBaseUrl: BASE, packageCacheDir: BASE });
const globals = pyodide.toPy({});
pyodide.runPython(before, { globals });
globals.destroy();

const { FS } = pyodide;
/** @type {{ folders: string[], files: [string, number, number][] }} */
const list = { folders: [], files: [] };
/** @type {Uint8Array[]} */
const contents = [];
walk(`/lib/${pythonFolder()}/site-packages`);
walk(HOME);
// Where wheels put what belongs to no module, such as pages of the manual.
walk('/share');

wipeFreeMemory(pyodide);
// Pyodide expects none, in the snapshot and when it is restored: the worker puts them back.
for (const name of Object.keys(loadedPackages)) delete pyodide.loadedPackages[name];
const whole = pyodide.makeMemorySnapshot({ serializer: nameOf });
const heapBytes = pyodide._module.HEAPU8.length;
if (Buffer.from(whole.buffer).includes(folder)) {
  throw new Error(`the snapshot holds a path of this machine: ${folder}`);
}
const snapshot = withoutFreshMemory(withoutTrailingZeros(whole), fresh());

const text = new TextEncoder().encode(JSON.stringify(list));
const header = new Uint8Array(16);
new DataView(header.buffer).setUint32(0, snapshot.length, true);
new DataView(header.buffer).setUint32(8, heapBytes, true);
await writeFile(join(out, 'snapshot.bin'), Buffer.concat([header, snapshot, text]));
await writeFile(join(out, 'files.bin'), Buffer.concat(contents));
const standardLibrary = `/lib/${pythonFolder().replace('.', '')}.zip`;
await writeFile(
  join(out, 'snapshot.json'),
  JSON.stringify({
    version: pyodide.version,
    modules: pyodide.runPython('import sys; len(sys.modules)'),
    heapBytes,
    placeholder: BASE,
    files: list.files.length,
    sha256: createHash('sha256').update(snapshot).digest('hex'),
    standardLibrary: { path: standardLibrary, bytes: FS.stat(standardLibrary).size },
    loadedPackages
  })
);
process.exit(0);

/**
 * @param {string[]} wanted
 * @returns {string[]} they and what they depend on, each after what it needs
 */
function inOrder(wanted) {
  const normalised = (/** @type {string} */ name) => name.toLowerCase().replaceAll('_', '-');
  const ordered = new Set();
  const visit = (/** @type {string} */ name) => {
    const entry = lock.packages[normalised(name)];
    if (!entry) throw new Error(`${lockFile} has no package ${name}`);
    if (!ordered.has(normalised(name))) entry.depends.forEach(visit);
    ordered.add(normalised(name));
  };
  wanted.forEach(visit);
  return [...ordered];
}

/** `python3.14` */
function pythonFolder() {
  return pyodide.runPython(
    'import sys; f"python{sys.version_info.major}.{sys.version_info.minor}"'
  );
}

/** @param {string} path A folder: it and all that is in it goes into the lists. */
function walk(path) {
  list.folders.push(path);
  for (const name of FS.readdir(path).sort()) {
    if (name === '.' || name === '..') continue;
    const child = `${path}/${name}`;
    if (FS.isDir(FS.stat(child).mode)) {
      walk(child);
    } else {
      const bytes = FS.readFile(child);
      const packed = deflateSync(bytes, { level: 9 });
      list.files.push([child, bytes.length, packed.length]);
      contents.push(packed);
    }
  }
}

/**
 * A JavaScript object that Python refers to, by name (see `worker/references.ts`).
 * @param {unknown} value
 * @returns {string}
 */
function nameOf(value) {
  const api = pyodide._api;
  for (const key of Reflect.ownKeys(api)) {
    if (typeof key === 'string' && api[key] === value) return `api.${key}`;
  }
  for (const key of Reflect.ownKeys(api.public_api)) {
    if (typeof key === 'string' && pyodide[key] === value) return `public.${key}`;
  }
  throw new Error(`Python in the snapshot refers to an object that has no name: ${String(value)}`);
}

/** Keeps what an instance's memory holds before anything has run in it. */
function freshMemory() {
  /** @type {Uint8Array | null} */
  let copy = null;
  const watch = onFreshMemory((memory) => (copy ??= new Uint8Array(memory.buffer).slice()));
  return () => {
    watch.restore();
    if (copy === null) throw new Error('Pyodide was started without WebAssembly.instantiate');
    return copy;
  };
}

/** @param {Uint8Array} bytes */
function withoutTrailingZeros(bytes) {
  let end = bytes.length;
  while (bytes[end - 1] === 0) end--;
  return bytes.subarray(0, Math.ceil(end / 16) * 16);
}

/**
 * @param {Uint8Array} bytes Pyodide's snapshot: from the offset in its second word on, memory.
 * @param {Uint8Array} memory
 */
function withoutFreshMemory(bytes, memory) {
  const start = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  const kept = bytes.subarray(start);
  for (let index = 0; index < Math.min(kept.length, memory.length); index++) {
    kept[index] ^= memory[index] ?? 0;
  }
  return bytes;
}
