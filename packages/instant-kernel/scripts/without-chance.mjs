// @ts-check
/** Random bytes and the clock stand still while a snapshot is made: the same inputs give the same bytes. */

import { createRequire } from 'node:module';

/** Emscripten takes its random bytes from this one, by `require`, which gives everybody the same object. */
const nodeCrypto = createRequire(import.meta.url)('node:crypto');

/** For the rest of the process. */
export function withoutChance() {
  const fill = (/** @type {ArrayBufferView} */ view) => {
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength).fill(7);
    return view;
  };
  nodeCrypto.randomFillSync = fill;
  globalThis.crypto.getRandomValues = /** @type {any} */ (fill);
  Date.now = () => Date.UTC(2026, 0, 1);
  performance.now = () => 0;
}
