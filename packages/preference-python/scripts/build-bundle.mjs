// @ts-check
/** Bundles the library for Python: one script whose value, when it is evaluated, is what `src/bundle.ts` exports. */

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const path = (/** @type {string} */ name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/**
 * A script and no module: it can be evaluated at once, where an `import()` would have to be waited for, and so also the
 * functions that are no coroutines can load it when they are first called.
 * @returns {Promise<string>}
 */
export async function buildBundle() {
  const { outputFiles } = await build({
    entryPoints: [path('src/bundle.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'lecternPreference',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    alias: { util: path('src/node-util.ts') }
  });
  // Nothing becomes global.
  return `(()=>{${outputFiles[0]?.text}return lecternPreference})()\n`;
}
