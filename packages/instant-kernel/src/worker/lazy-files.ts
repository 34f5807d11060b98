/** Files whose names and lengths are there at once, and whose contents come later, or when first read. */

import type { EmscriptenFS, FileNode } from './pyodide-types.js';

/** Bytes that are on their way; `now()` does not wait for that. */
export interface LazyBytes {
  now(): Uint8Array;
}

/** A file of `length` bytes, `from` the given one of `bytes`. */
export function addLazyFile(
  fs: EmscriptenFS,
  path: string,
  { bytes, from, length }: { bytes: LazyBytes; from: number; length: number }
): void {
  const node = fs.mknod(path, 0o100644, 0);
  node.usedBytes = length;
  postpone(node, () => bytes.now().subarray(from, from + length));
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
