// @ts-check
/**
 * Builds `sandbox/`: the scripts and bytes that an answer interpreter is made of.
 *
 *   worker.js           the browser's worker, Pyodide's scripts inlined
 *   frame.js            the script of the iframe that owns the workers
 *   interpreter.js      the same interpreter for a child process
 *   child.js            what that process is started with
 *   pyodide.asm.wasm, python_stdlib.zip   from the npm package `pyodide`
 *   snapshot.bin(.gz)   Pyodide's memory with `lectern_runtime` imported
 *   manifest.json       what belongs together
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { withoutChance } from '@lectern/pyodide-snapshot/without-chance';
import { build } from 'esbuild';
import { loadPyodide, version } from 'pyodide';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const pyodideDir = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
const out = join(root, 'sandbox');
const staging = `${out}.new`;

/** Python modules that the runtime meets only when it runs; inside the snapshot they cost nothing. */
const PRELOADED = [
  'lectern_runtime.answer',
  'lectern_runtime.author',
  'lectern_runtime.batch',
  'lectern_runtime.cells',
  'lectern_runtime.conversation',
  'lectern_runtime.mutation',
  'lectern_runtime.tests',
  'asyncio',
  'bisect',
  'calendar',
  'contextlib',
  'datetime',
  'decimal',
  'enum',
  'fractions',
  'functools',
  'heapq',
  'itertools',
  'json',
  'math',
  'operator',
  'pathlib',
  'random',
  're',
  'statistics',
  'string',
  'textwrap',
  'traceback',
  'typing'
];

async function bundle() {
  const lock = JSON.parse(await readFile(join(pyodideDir, 'pyodide-lock.json'), 'utf8'));
  /** @satisfies {import('esbuild').BuildOptions} */
  const shared = { bundle: true, target: 'es2022', minify: true, legalComments: 'none' };
  /** @param {string} entry @param {string} name @param {'esm' | 'iife'} format */
  const interpreter = (entry, name, format) =>
    build({
      ...shared,
      entryPoints: [join(root, `src/interpreter/${entry}.ts`)],
      outfile: join(staging, name),
      format,
      external: ['node:*', 'ws'],
      alias: {
        'pyodide/pyodide.asm.mjs': join(pyodideDir, 'pyodide.asm.mjs'),
        'pyodide/pyodide.mjs': join(pyodideDir, 'pyodide.mjs')
      },
      // Both are evaluated as text, where there is no `import.meta`.
      define: {
        LOCK_INFO: JSON.stringify(lock.info),
        'import.meta.url': '"https://sandbox.invalid/interpreter.js"'
      }
    });
  await interpreter('worker', 'worker.js', 'iife');
  await interpreter('child', 'interpreter.js', 'esm');
  for (const [path, name] of [
    ['interpreter/child-entry', 'child.js'],
    ['browser/frame', 'frame.js']
  ]) {
    await build({
      ...shared,
      entryPoints: [join(root, `src/${path}.ts`)],
      outfile: join(staging, name),
      format: 'iife'
    });
  }
}

async function snapshot() {
  const chance = withoutChance();
  const pyodide = await loadPyodide({
    _makeSnapshot: true,
    // A hash seed of its own would make the order of sets differ between builds, and so verdicts.
    env: { HOME: '/home/pyodide', PYTHONHASHSEED: '0' },
    _sysExecutable: '/usr/bin/python'
  });
  const source = '/tmp/runtime';
  pyodide.FS.mkdirTree(`${source}/lectern_runtime`);
  const folder = join(root, 'python/lectern_runtime');
  for (const name of (await readdir(folder)).filter((name) => name.endsWith('.py')).sort()) {
    pyodide.FS.writeFile(`${source}/lectern_runtime/${name}`, await readFile(join(folder, name)));
  }
  pyodide.runPython(
    `import sys, importlib
sys.dont_write_bytecode = True
sys.path.insert(0, source)
for name in modules:
    importlib.import_module(name)
sys.path.remove(source)
import random
random.seed(0)
del source, modules, sys, importlib, name, random`,
    {
      globals: pyodide.toPy({ source, modules: PRELOADED })
    }
  );
  const bytes = pyodide.makeMemorySnapshot();
  chance.restore();
  return bytes;
}

await rm(staging, { recursive: true, force: true });
await mkdir(staging, { recursive: true });
await bundle();
for (const name of ['pyodide.asm.wasm', 'python_stdlib.zip']) {
  await cp(join(pyodideDir, name), join(staging, name));
}
const bytes = await snapshot();
await writeFile(join(staging, 'snapshot.bin'), bytes);
await writeFile(join(staging, 'snapshot.bin.gz'), gzipSync(bytes, { level: 9 }));
const files = Object.fromEntries(
  await Promise.all(
    ['worker.js', 'frame.js', 'pyodide.asm.wasm', 'python_stdlib.zip', 'snapshot.bin.gz'].map(
      async (name) => {
        const content = await readFile(join(staging, name));
        return [name, { sha256: createHash('sha256').update(content).digest('hex'), url: name }];
      }
    )
  )
);
await writeFile(
  join(staging, 'manifest.json'),
  `${JSON.stringify({ format: 2, pyodide: version, snapshotBytes: bytes.length, files }, null, 2)}\n`
);
await rm(out, { recursive: true, force: true });
await rename(staging, out);
console.log(
  `sandbox: Pyodide ${version}, snapshot ${(bytes.length / 1e6).toFixed(1)} MB (${PRELOADED.length} modules)`
);
process.exit(0); // Pyodide keeps the event loop alive
