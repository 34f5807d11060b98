// @ts-check
/** Compiles `assembly/` into `src/kernels/wasm/module.generated.ts`: the module as text, so that it loads wherever the package does. */

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const folder = fileURLToPath(new URL('..', import.meta.url));
const target = `${folder}src/kernels/wasm/module.generated.ts`;
/** What asc writes, kept from the disk. @type {Uint8Array | undefined} */
let bytes;

const { error, stderr } = await main(
  [
    'assembly/index.ts',
    ...['--baseDir', folder],
    ...['--outFile', 'kernels.wasm', '-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert']
  ],
  {
    readFile: (name, base) => readFile(`${base}/${name}`, 'utf8').catch(() => null),
    writeFile: (_name, contents) => void (bytes = /** @type {Uint8Array} */ (contents)),
    listFiles: () => null
  }
).catch((thrown) => ({ error: thrown, stderr: '' }));
if (error || bytes === undefined) {
  process.stderr.write(`${String(stderr)}\n${error?.message ?? 'nothing was compiled'}\n`);
  process.exit(1);
}
const text = `/** Made from assembly/ by scripts/build-wasm.mjs; not to be edited. */
export const MODULE =
  '${Buffer.from(bytes).toString('base64')}';
`;
if ((await readFile(target, 'utf8').catch(() => '')) !== text) await writeFile(target, text);
