// @ts-check
/** Bundles the two scripts of a site: `dist/worker.js` for its service worker, `dist/page.js` for its pages. */

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

await build({
  entryPoints: ['worker', 'page'].map((name) => ({
    in: join(root, `src/${name}/main.ts`),
    out: name
  })),
  outdir: join(root, 'dist'),
  bundle: true,
  format: 'iife',
  target: 'es2022',
  minify: true,
  legalComments: 'none'
});
