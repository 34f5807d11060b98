/** Zstandard: large windows make a memory snapshot a third smaller than gzip, which browsers have built in. */

import { ZSTDDecoder } from 'zstddec';

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
