/** What the worker of `unpack.ts` is asked, and answers. */

/** `bytes`: how many come out. Anything else is an error: then the file is not the one that was built. */
export interface ToUnpack {
  url: string;
  bytes: number;
}

export type Unpacked = { buffer: ArrayBuffer } | { error: string };

/** Starts it, asks it, and is done with it. */
export function fetchUnpacked(request: ToUnpack): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('unpack.js', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Unpacked>) => {
      if ('buffer' in data) resolve(data.buffer);
      else reject(new Error(data.error));
    };
    worker.onerror = ({ message }) => reject(new Error(message || 'unpack.js did not start'));
    worker.postMessage(request);
  });
}
