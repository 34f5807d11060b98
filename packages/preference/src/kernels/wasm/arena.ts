/** Lays arrays out in an instance's memory, once, each at a multiple of 16 bytes. */

import type { Exports } from './module.js';

const PAGE = 65_536;
/** The compiler keeps its own below. */
const FIRST = 1_024;

export class Arena {
  #end = FIRST;

  constructor(private readonly exports: Exports) {}

  /** @returns the address of so many bytes, which are 0 */
  reserve(bytes: number): number {
    const at = this.#end;
    this.#end = Math.ceil((at + bytes) / 16) * 16;
    const { memory } = this.exports;
    const missing = this.#end - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    return at;
  }

  /**
   * (rows, columns) as (rows + 1, width), filled up with zeros, so that the last row is all zeros.
   * @returns its address
   */
  table(values: Float32Array, columns: number, width: number): number {
    const rows = values.length / columns;
    const at = this.reserve(4 * (rows + 1) * width);
    const into = this.floats(at, rows * width);
    for (let row = 0; row < rows; row++) {
      into.set(values.subarray(row * columns, (row + 1) * columns), row * width);
    }
    return at;
  }

  /** A view; another reservation may detach it. */
  floats(at: number, count: number): Float32Array {
    return new Float32Array(this.exports.memory.buffer, at, count);
  }

  /** A view; another reservation may detach it. */
  integers(at: number, count: number): Int32Array {
    return new Int32Array(this.exports.memory.buffer, at, count);
  }
}

export const padded = (count: number, to: number): number => Math.ceil(count / to) * to;
