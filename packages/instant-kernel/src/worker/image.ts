/**
 * The snapshot as the worker has it: sixteen bytes (its length, whether it is whole, the size of the memory it is of),
 * Pyodide's own snapshot without the zeros at its end, and the list of files as JSON. One buffer, so that a worker that has used it can give it to the next one without a copy.
 */

import { growTo } from '@lectern/pyodide-snapshot';
import type { FileList } from './manifest.js';

const HEADER = 16; // Pyodide reads its snapshot as words: it begins at a multiple of them
const WHOLE_FIELD = 4;
const MEMORY_FIELD = 8;
/** Where Pyodide's header of a snapshot says at which byte the memory begins. */
const OFFSET_FIELD = 4;

export class SnapshotImage {
  constructor(readonly buffer: ArrayBuffer) {
    this.#header = new DataView(buffer, 0, HEADER);
  }

  /** For Pyodide, once it is whole. */
  get snapshot(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.buffer, HEADER, this.#length);
  }

  get list(): FileList {
    const text = new Uint8Array(this.buffer, HEADER + this.#length);
    return JSON.parse(new TextDecoder().decode(text)) as FileList;
  }

  /**
   * Of the memory itself the build kept only what differs from a fresh instance's (exclusive or), since that is in the
   * WebAssembly module as well. Given such a memory, before anything has run in it, this makes the snapshot whole and
   * the memory large enough: Pyodide copies into it as it finds it.
   */
  fit(memory: WebAssembly.Memory): void {
    const start = new DataView(this.buffer, HEADER).getUint32(OFFSET_FIELD, true);
    if (this.#header.getUint32(WHOLE_FIELD, true) === 0) {
      const fresh = new Uint32Array(memory.buffer);
      const kept = new Uint32Array(this.buffer, HEADER + start, (this.#length - start) >> 2);
      const words = Math.min(fresh.length, kept.length);
      for (let index = 0; index < words; index++) {
        const word = fresh[index] as number;
        if (word !== 0) kept[index] = (kept[index] as number) ^ word;
      }
      this.#header.setUint32(WHOLE_FIELD, 1, true);
    }
    growTo(memory, this.#header.getUint32(MEMORY_FIELD, true));
  }

  get #length(): number {
    return this.#header.getUint32(0, true);
  }

  readonly #header: DataView;
}
