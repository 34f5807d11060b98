/**
 * Entry of `unpack.js`, a worker that lives for a moment: it fetches a file and unpacks it. By itself, since the memory
 * that unpacking takes, twice the file's, is never given back by the worker that did it.
 *
 * Zstandard: its large windows make a memory snapshot a third smaller than gzip, which browsers have built in.
 */

import { ZSTDDecoder } from 'zstddec';
import type { Unpacked, ToUnpack } from './unpack-messages.js';

const PAGE = 4096;

self.onmessage = async ({ data }: MessageEvent<ToUnpack>): Promise<void> => {
  try {
    const buffer = await fetchUnpacked(data);
    postMessage({ buffer } satisfies Unpacked, { transfer: [buffer] });
  } catch (error) {
    postMessage({ error: String(error) } satisfies Unpacked);
  }
  close();
};

async function fetchUnpacked({ url, bytes }: ToUnpack): Promise<ArrayBuffer> {
  const decoder = new ZSTDDecoder();
  const [response] = await Promise.all([fetch(url), decoder.init()]);
  if (!response.ok) throw new Error(`${url} could not be loaded (${response.status})`);
  const unpacked = decoder.decode(new Uint8Array(await response.arrayBuffer()), bytes);
  if (unpacked.byteLength !== bytes) {
    throw new Error(`${url} holds ${unpacked.byteLength} bytes and not ${bytes}`);
  }
  return sparse(unpacked);
}

/** A copy in which pages of zeros were never written, so that they take no memory. */
function sparse(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(bytes.byteLength);
  const copy = new Uint8Array(buffer);
  for (let from = 0; from < bytes.length; from += PAGE) {
    const page = bytes.subarray(from, from + PAGE);
    if (page.some((byte) => byte !== 0)) copy.set(page, from);
  }
  return buffer;
}
