// @ts-check
/** What a page loads to train: every trainer, TensorFlow.js's core and the kernels that are used. */

import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildBundle } from '../scripts/build-bundle.mjs';

/** Bytes: the whole of TensorFlow.js takes 284 KB, and has no WebGPU backend. */
const MOST = 120 * 1024;

it('stays small', async () => {
  const bundle = await buildBundle();
  expect(gzipSync(bundle, { level: 9 }).byteLength).toBeLessThan(MOST);
  // It trains on WebAssembly and on WebGPU: the module's first bytes, and a shader.
  expect(['AGFzbQEAAAAB', '@compute'].filter((part) => !bundle.includes(part))).toEqual([]);
});
