import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SnapshotImage } from './image.js';

const PAGE = 65_536;
const OFFSET = 64;

/** As the build writes it: only what differs from a fresh memory is kept. */
function imageOf(memory: Uint8Array, fresh: Uint8Array, list: object): ArrayBuffer {
  const length = OFFSET + memory.length;
  const text = new TextEncoder().encode(JSON.stringify(list));
  const bytes = new Uint8Array(16 + length + text.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, length, true);
  view.setUint32(8, memory.length, true);
  view.setUint32(16 + 4, OFFSET, true);
  bytes.set(
    memory.map((byte, index) => byte ^ (fresh[index] ?? 0)),
    16 + OFFSET
  );
  bytes.set(text, 16 + length);
  return bytes.buffer;
}

const freshMemory = (contents: Uint8Array): WebAssembly.Memory => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 8 });
  new Uint8Array(memory.buffer).set(contents);
  return memory;
};

test('becomes whole again with a fresh memory, once, and the memory large enough', () => {
  const words = (length: number): fc.Arbitrary<Uint8Array> =>
    fc.uint8Array({ minLength: length * 4, maxLength: length * 4 });
  fc.assert(
    fc.property(words(16), words(40), (fresh, used) => {
      const memory = new Uint8Array(2 * PAGE);
      memory.set(used, 8);
      const image = new SnapshotImage(imageOf(memory, fresh, { folders: ['/lib'], files: [] }));
      for (let kernel = 0; kernel < 2; kernel++) {
        const given = freshMemory(fresh);
        image.fit(given);
        // Not `toEqual`, which takes a second for so many numbers.
        const whole = image.snapshot.subarray(OFFSET);
        expect(whole.length).toBe(memory.length);
        expect(whole.findIndex((byte, at) => byte !== memory[at])).toBe(-1);
        expect(given.buffer.byteLength).toBe(memory.length);
      }
      expect(image.list).toEqual({ folders: ['/lib'], files: [] });
    }),
    { numRuns: 20 }
  );
});

test('a snapshot smaller than the memory does not shrink it', () => {
  const image = new SnapshotImage(imageOf(new Uint8Array(16), new Uint8Array(0), {}));
  const memory = freshMemory(new Uint8Array(0));
  image.fit(memory);
  expect(memory.buffer.byteLength).toBe(PAGE);
});
