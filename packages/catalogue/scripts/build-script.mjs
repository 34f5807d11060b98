// @ts-check
/** Bundles the catalogue page's script into `dist/catalogue.js`. */

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

await build({
  entryPoints: { catalogue: join(root, 'src/main.ts') },
  outdir: join(root, 'dist'),
  bundle: true,
  format: 'iife',
  target: 'es2022',
  minify: true,
  legalComments: 'none'
});
