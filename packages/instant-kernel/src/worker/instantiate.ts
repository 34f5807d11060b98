/** Stands between Pyodide and WebAssembly while it starts: the module is compiled elsewhere, its memory is ours first. */

import { shareSmallModules } from './small-modules.js';

interface Wanted {
  /** The compiled `pyodide.asm.wasm`. */
  module: Promise<WebAssembly.Module>;
  /** Files that Pyodide asks for and that are not needed from the network: they come empty. */
  notFetched: string[];
  /** Called with the fresh memory, before anything has run in it. */
  onMemory: (memory: WebAssembly.Memory) => void;
}

export function interceptInstantiation({ module, notFetched, onMemory }: Wanted): {
  restore(): void;
} {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  const sharing = shareSmallModules();
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    return notFetched.includes(url) ? Promise.resolve(new Response()) : fetch(input, init);
  };
  WebAssembly.instantiateStreaming = async (_source, imports) => {
    const compiled = await module;
    const instance = await WebAssembly.instantiate(compiled, imports);
    onMemory(instance.exports['memory'] as WebAssembly.Memory);
    return { module: compiled, instance };
  };
  return {
    restore: () => {
      globalThis.fetch = fetch;
      WebAssembly.instantiateStreaming = instantiateStreaming;
      sharing.restore();
    }
  };
}
