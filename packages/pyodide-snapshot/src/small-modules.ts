/** WebAssembly modules that Pyodide makes hundreds of while it starts, to hand JavaScript functions to C. */

/** Larger ones are not among them. */
const MOST_BYTES = 256;

/**
 * Makes each different one only once until `restore()`: what is in them is a function's signature, and there are
 * few of those. Compiling them all takes about a sixth of its start.
 */
export function shareSmallModules(): { restore(): void } {
  const original = WebAssembly.Module;
  const made = new Map<string, WebAssembly.Module>();
  WebAssembly.Module = new Proxy(original, {
    construct: (target, args: [bytes: BufferSource, ...rest: unknown[]]) => {
      const [bytes] = args;
      const make = (): WebAssembly.Module => Reflect.construct(target, args) as WebAssembly.Module;
      if (!(bytes instanceof Uint8Array) || bytes.length > MOST_BYTES) return make();
      const key = bytes.join();
      const module = made.get(key) ?? make();
      made.set(key, module);
      return module;
    }
  });
  return {
    restore: () => {
      WebAssembly.Module = original;
    }
  };
}
