/** Starts Pyodide from its memory snapshot, out of bytes that the host hands over: nothing is fetched. */

import { growTo, onFreshMemory, shareSmallModules } from '@lectern/pyodide-snapshot';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { loadPyodide, type Pyodide } from 'pyodide/pyodide.mjs';

export interface BootAssets {
  /** Bytes, or the module that was compiled from them. */
  wasm: Uint8Array | WebAssembly.Module;
  stdlib: Uint8Array;
  snapshot: Uint8Array;
}

const BASE = 'https://sandbox.invalid/';

/** `onImports` is given what the instance is made of, before it is made. */
export async function boot(
  assets: BootAssets,
  onImports: (imports: WebAssembly.Imports) => void = () => undefined
): Promise<Pyodide> {
  // Pyodide asks for two files by address; this is all that there is to be had, now and later.
  globalThis.fetch = (input: unknown): Promise<Response> => {
    const name = String(input).split('/').pop();
    if (name === 'python_stdlib.zip') return Promise.resolve(responseOf(assets.stdlib));
    if (name === 'pyodide.asm.wasm') return Promise.resolve(responseOf(new Uint8Array()));
    return Promise.reject(new TypeError('There is no network here.'));
  };
  const instantiateStreaming = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = (async (_source: unknown, imports: WebAssembly.Imports) => {
    onImports(imports);
    if (assets.wasm instanceof WebAssembly.Module) {
      const instance = await WebAssembly.instantiate(assets.wasm, imports);
      return { module: assets.wasm, instance };
    }
    return WebAssembly.instantiate(assets.wasm as Uint8Array<ArrayBuffer>, imports);
  }) as typeof WebAssembly.instantiateStreaming;
  const growth = onFreshMemory((memory) => growTo(memory, assets.snapshot.byteLength));
  const sharing = shareSmallModules();
  try {
    return await loadPyodide({
      indexURL: BASE,
      packageBaseUrl: BASE,
      stdLibURL: `${BASE}python_stdlib.zip`,
      createPyodideModule,
      lockFileContents: JSON.stringify({ info: LOCK_INFO, packages: {} }),
      packages: [],
      stdin: () => null,
      stdout: () => undefined,
      stderr: () => undefined,
      _loadSnapshot: assets.snapshot
    });
  } finally {
    growth.restore();
    sharing.restore();
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

/** As much of one as Pyodide asks for: Deno takes a tenth of the whole start to get its own `Response`. */
function responseOf(bytes: Uint8Array): Response {
  const response = { ok: true, arrayBuffer: () => Promise.resolve(bytes) };
  return response as unknown as Response;
}

/** `info` of Pyodide's own lock file, put here by the build. */
declare const LOCK_INFO: unknown;
