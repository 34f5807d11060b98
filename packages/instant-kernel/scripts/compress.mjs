// @ts-check
/** Zstandard, which takes a minute at its best: what was compressed before is kept. */

import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Zstandard's best: the window is then as large as the file. */
export const BEST = 22;

/** @type {typeof import('@bokuweb/zstd-wasm')} */
const zstd = createRequire(import.meta.url)('@bokuweb/zstd-wasm');

/**
 * @param {Uint8Array} bytes
 * @param {{ cache: string, level: number }} options
 * @returns {Promise<Uint8Array>}
 */
export async function compress(bytes, { cache, level }) {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const kept = join(cache, `${hash}.${level}.zst`);
  const before = await readFile(kept).catch(() => null);
  if (before !== null) return before;
  await zstd.init();
  const compressed = zstd.compress(bytes, level);
  await mkdir(cache, { recursive: true });
  await writeFile(`${kept}.new`, compressed);
  await rename(`${kept}.new`, kept);
  return compressed;
}
