/** Files whose names and lengths are there at once, and whose contents come later, or when first read. */

import { inflateSync } from 'fflate';
import type { EmscriptenFS, FileNode } from './pyodide-types.js';

/** Bytes that are on their way; `now()` does not wait for that. */
export interface LazyBytes {
  now(): Uint8Array;
}

export interface LazyContents {
  bytes: LazyBytes;
  /** Where the file's begin. */
  from: number;
  length: number;
  /** Their length where they are compressed (deflate). */
  packed?: number;
}

/** Input or output failed, as Emscripten numbers it. */
const EIO = 29;

export class LazyFiles {
  constructor(fs: EmscriptenFS) {
    this.#fs = fs;
  }

  /** `path`: absolute, in a folder that is there, and not there itself. */
  add(path: string, contents: LazyContents): void {
    const cut = path.lastIndexOf('/');
    const folder = this.#folder(path.slice(0, cut));
    const node = folder.node_ops.mknod(folder, path.slice(cut + 1), 0o100644, 0);
    node.usedBytes = contents.length;
    postpone(node, () => this.#read(contents));
  }

  /** Any other error would end Python for good; of this one it makes an OSError. */
  #read({ bytes, from, length, packed }: LazyContents): Uint8Array {
    try {
      if (packed === undefined) return bytes.now().subarray(from, from + length);
      const out = new Uint8Array(length);
      return inflateSync(bytes.now().subarray(from, from + packed), { out });
    } catch (error) {
      console.error(error);
      throw new this.#fs.ErrnoError(EIO);
    }
  }

  /** Looked up once for all of its files: there are thousands. */
  #folder(path: string): FileNode {
    const folder = this.#folders.get(path) ?? this.#fs.lookupPath(path).node;
    this.#folders.set(path, folder);
    return folder;
  }

  readonly #fs: EmscriptenFS;
  readonly #folders = new Map<string, FileNode>();
}

/** Emscripten reads and replaces a node's `contents`: the first of either makes it an ordinary property. */
function postpone(node: FileNode, contents: () => Uint8Array): void {
  const settle = (value: unknown): unknown => {
    Object.defineProperty(node, 'contents', { value, writable: true, enumerable: true });
    return value;
  };
  Object.defineProperty(node, 'contents', {
    configurable: true,
    enumerable: true,
    get: () => settle(contents()),
    set: settle
  });
}
