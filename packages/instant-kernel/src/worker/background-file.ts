/** A file that is fetched in the background, or at once where Python cannot wait for it. */

import type { LazyBytes } from './lazy-files.js';

export class BackgroundFile implements LazyBytes {
  constructor(readonly url: string) {}

  /** A failure is left to `now()`, which tries again and says what it was. */
  async fetch(): Promise<void> {
    try {
      const response = await fetch(this.url);
      if (!response.ok) return;
      const bytes = new Uint8Array(await response.arrayBuffer());
      this.#bytes ??= bytes;
    } catch {
      // no network now
    }
  }

  now(): Uint8Array {
    this.#bytes ??= fetchNow(this.url);
    return this.#bytes;
  }

  #bytes: Uint8Array | null = null;
}

/** Workers may do this, and Python's `import` cannot be suspended. */
function fetchNow(url: string): Uint8Array {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.responseType = 'arraybuffer';
  request.send();
  if (request.status !== 200) {
    throw new Error(`${url} could not be loaded (${request.status}): is the network there?`);
  }
  return new Uint8Array(request.response as ArrayBuffer);
}
