/** The WebAssembly memory that Pyodide is about to use, before anything has run in it. */

const PAGE = 65_536;

/** Called with the memory of every instance that is made until `restore()`. */
export function onFreshMemory(listener: (memory: WebAssembly.Memory) => void): { restore(): void } {
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
    if (memory instanceof WebAssembly.Memory) listener(memory);
    return made;
  };
  WebAssembly.instantiate = patched as typeof WebAssembly.instantiate;
  return {
    restore: () => {
      WebAssembly.instantiate = original;
    }
  };
}

/**
 * Makes a memory of at least `bytes`. Pyodide restores a snapshot into the memory as it finds it, and a snapshot larger
 * than that fails with a RangeError.
 */
export function growTo(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
}
