/** WebAssembly memory, capped before a learner's code runs. */

const PAGE = 65_536;
// Called with its own memory as `this`, below.
// eslint-disable-next-line @typescript-eslint/unbound-method
const originalGrow = WebAssembly.Memory.prototype.grow;

/** From now on no memory grows past `bytes`; Python then raises MemoryError. */
export function capMemory(bytes: number): void {
  WebAssembly.Memory.prototype.grow = function (delta: number): number {
    if (this.buffer.byteLength + delta * PAGE > bytes) {
      throw new RangeError('memory limit reached');
    }
    return originalGrow.call(this, delta);
  };
}
