// @ts-check
/** Bundles the experiments' front end, with what draws the charts, as one module: dist/experiments.js. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'dist', 'experiments.js');

await build({
  entryPoints: [join(root, 'lib', 'experiments', 'widget', 'index.js')],
  outfile: out,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning'
});
const bytes = await readFile(out);
const kib = (/** @type {number} */ size) => `${Math.round(size / 1024)} KB`;
console.log(`dist/experiments.js: ${kib(bytes.length)}, gzipped ${kib(gzipSync(bytes).length)}`);
