/** Stands between Pyodide and WebAssembly while it starts: the module is compiled elsewhere, its memory is ours first. */

import { onFreshMemory, shareSmallModules } from '@lectern/pyodide-snapshot';

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
  const watch = onFreshMemory(onMemory);
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    return notFetched.includes(url) ? Promise.resolve(new Response()) : fetch(input, init);
  };
  WebAssembly.instantiateStreaming = async (_source, imports) => {
    const compiled = await module;
    return { module: compiled, instance: await WebAssembly.instantiate(compiled, imports) };
  };
  return {
    restore: () => {
      globalThis.fetch = fetch;
      WebAssembly.instantiateStreaming = instantiateStreaming;
      watch.restore();
      sharing.restore();
    }
  };
}
