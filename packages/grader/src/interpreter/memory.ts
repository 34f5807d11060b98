/** WebAssembly memory: grown before a snapshot is restored into it, and capped before a learner's code runs. */

const PAGE = 65_536;
// Called with its own memory as `this`, below.
// eslint-disable-next-line @typescript-eslint/unbound-method
const originalGrow = WebAssembly.Memory.prototype.grow;

/**
 * Makes every instantiation until `restore()` end with at least `bytes` of memory. Pyodide restores a
 * snapshot into the memory as it finds it, and a snapshot larger than that fails with a RangeError.
 */
export function growOnInstantiate(bytes: number): { restore(): void } {
  const original = WebAssembly.instantiate;
  const patched = async (source: unknown, imports?: WebAssembly.Imports): Promise<unknown> => {
    const made = await (
      original as unknown as (
        source: unknown,
        imports?: WebAssembly.Imports
      ) => Promise<WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource>
    ).call(WebAssembly, source, imports);
    const instance = 'instance' in made ? made.instance : made;
    const memory = instance.exports['memory'];
    if (memory instanceof WebAssembly.Memory && memory.buffer.byteLength < bytes) {
      memory.grow(Math.ceil((bytes - memory.buffer.byteLength) / PAGE));
    }
    return made;
  };
  WebAssembly.instantiate = patched as typeof WebAssembly.instantiate;
  return {
    restore: () => {
      WebAssembly.instantiate = original;
    }
  };
}

/** From now on no memory grows past `bytes`; Python then raises MemoryError. */
export function capMemory(bytes: number): void {
  WebAssembly.Memory.prototype.grow = function (delta: number): number {
    if (this.buffer.byteLength + delta * PAGE > bytes) {
      throw new RangeError('memory limit reached');
    }
    return originalGrow.call(this, delta);
  };
}
