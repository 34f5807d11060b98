/** Puts a snapshot into a fresh instance's memory as Pyodide expects it: the memory large enough, the bytes whole. */

const PAGE = 65_536;
/** Where Pyodide's header of a snapshot says at which byte the memory begins. */
const OFFSET_FIELD = 4;

/**
 * Of the memory itself the snapshot holds only what differs from a fresh instance's (exclusive or), since a fifth of
 * it is in the WebAssembly module as well. Grows `memory` and makes the snapshot whole, in place.
 */
export function fitSnapshot(snapshot: Uint8Array, memory: WebAssembly.Memory): void {
  const { buffer, byteOffset, byteLength } = snapshot;
  const start = new DataView(buffer, byteOffset, byteLength).getUint32(OFFSET_FIELD, true);
  const fresh = new Uint32Array(memory.buffer);
  const kept = new Uint32Array(buffer, byteOffset + start, (byteLength - start) >> 2);
  const words = Math.min(fresh.length, kept.length);
  for (let index = 0; index < words; index++) {
    const word = fresh[index] as number;
    if (word !== 0) kept[index] = (kept[index] as number) ^ word;
  }
  // Pyodide copies it into the memory as it finds it: one too small is a RangeError.
  const missing = byteLength - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
}
