/**
 * The function by which Python calls C functions whatever their signature. Pyodide makes it where the browser can, and puts its
 * address into the fresh memory; a snapshot has the address of where it was made, where there may be none. Without it
 * each such call goes through JavaScript, which is slower, and Python cannot be suspended within it.
 */

import type { EmscriptenModule } from './pyodide-types.js';

/** To be called before the snapshot is put into the memory; the result, after. */
export function keepTrampoline(module: EmscriptenModule): () => void {
  const { __PyRuntime: runtime, __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: offset } = module;
  // The memory may grow, and its view be another, at any time.
  const at = (): number => (runtime + (module.HEAP32[offset >> 2] as number)) >> 2;
  const trampoline = module.HEAP32[at()] as number;
  return () => {
    module.HEAP32[at()] = trampoline;
  };
}
