// @ts-check
/** Bundles what a site is given into `dist/`; what differs between sites is written by `add-to-site.mjs`. */

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
await rm(join(root, 'dist'), { recursive: true, force: true });

/** @satisfies {import('esbuild').BuildOptions} */
const shared = { bundle: true, target: 'es2022', minify: true, legalComments: 'none' };

await build({
  ...shared,
  format: 'iife',
  entryPoints: { start: join(root, 'src/page/start.ts') },
  outdir: join(root, 'dist')
});
for (const name of ['pyodide', 'begin', 'unpack']) {
  await build({
    ...shared,
    format: 'esm',
    entryPoints: { [name]: join(root, `src/worker/${name}.ts`) },
    outdir: join(root, 'dist'),
    // One instance of each in the worker: the kernel imports `pyodide.js` by the same address.
    external: ['./config.js', ...(name === 'begin' ? ['./pyodide.js'] : [])]
  });
}
