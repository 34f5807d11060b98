/** Random bytes and the clock stand still while a snapshot is made: the same inputs give the same bytes. */

import { createRequire } from 'node:module';

/** Emscripten takes its random bytes from this one, by `require`, which gives everybody the same object. */
const nodeCrypto = createRequire(import.meta.url)('node:crypto') as object;

/** Until `restore()`. */
export function withoutChance(): { restore(): void } {
  const fill = <T extends ArrayBufferView | null>(view: T): T => {
    if (view) new Uint8Array(view.buffer, view.byteOffset, view.byteLength).fill(7);
    return view;
  };
  const originals = [
    replace(nodeCrypto, 'randomFillSync', fill),
    replace(globalThis.crypto, 'getRandomValues', fill),
    replace(Date, 'now', () => Date.UTC(2026, 0, 1)),
    replace(performance, 'now', () => 0)
  ];
  return {
    restore: () => {
      for (const putBack of originals) putBack();
    }
  };
}

/** @returns what undoes it */
function replace(owner: object, name: string, value: unknown): () => void {
  const original: unknown = Reflect.get(owner, name);
  Reflect.set(owner, name, value);
  return () => void Reflect.set(owner, name, original);
}
