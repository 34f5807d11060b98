/** Zstandard: large windows make a memory snapshot a third smaller than gzip, which browsers have built in. */

import { ZSTDDecoder } from 'zstddec';
import type { FileList } from './manifest.js';

const decoder = new ZSTDDecoder();

/** Must have been awaited before `unpack`. */
export function unpackerReady(): Promise<void> {
  return decoder.init();
}

/** `bytes`: how many come out. Anything else is an error: then the file is not the one that was built. */
export function unpack(packed: Uint8Array, bytes: number): Uint8Array<ArrayBuffer> {
  const unpacked = decoder.decode(packed, bytes);
  if (unpacked.byteLength !== bytes) {
    throw new Error(`it holds ${unpacked.byteLength} bytes and not ${bytes}`);
  }
  return unpacked as Uint8Array<ArrayBuffer>;
}

/** The snapshot, and the list that the build appended to it: length of the snapshot, snapshot, JSON. */
export function splitSnapshot(unpacked: Uint8Array<ArrayBuffer>): {
  snapshot: Uint8Array<ArrayBuffer>;
  list: FileList;
} {
  const { buffer, byteOffset, byteLength } = unpacked;
  const length = new DataView(buffer, byteOffset, byteLength).getUint32(0, true);
  // Pyodide reads its header as words: the build put the snapshot at a multiple of 16.
  const snapshot = unpacked.subarray(16, 16 + length);
  const list = JSON.parse(new TextDecoder().decode(unpacked.subarray(16 + length))) as FileList;
  return { snapshot, list };
}
