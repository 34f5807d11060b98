/** Starts Pyodide from its memory snapshot, out of bytes that the host hands over: nothing is fetched. */

import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { loadPyodide, type Pyodide } from 'pyodide/pyodide.mjs';
import { growOnInstantiate } from './memory.js';
import { shareSmallModules } from './small-modules.js';

export interface BootAssets {
  /** Bytes, or the module that was compiled from them. */
  wasm: Uint8Array | WebAssembly.Module;
  stdlib: Uint8Array;
  snapshot: Uint8Array;
}

const BASE = 'https://sandbox.invalid/';

export async function boot(assets: BootAssets): Promise<Pyodide> {
  // Pyodide asks for two files by address; this is all that there is to be had, now and later.
  globalThis.fetch = (input: unknown): Promise<Response> => {
    const name = String(input instanceof Request ? input.url : input)
      .split('/')
      .pop();
    if (name === 'python_stdlib.zip') {
      return Promise.resolve(new Response(assets.stdlib as Uint8Array<ArrayBuffer>));
    }
    if (name === 'pyodide.asm.wasm') return Promise.resolve(new Response(null));
    return Promise.reject(new TypeError('There is no network here.'));
  };
  const instantiateStreaming = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = (async (_source: unknown, imports: WebAssembly.Imports) => {
    if (assets.wasm instanceof WebAssembly.Module) {
      const instance = await WebAssembly.instantiate(assets.wasm, imports);
      return { module: assets.wasm, instance };
    }
    return WebAssembly.instantiate(assets.wasm as Uint8Array<ArrayBuffer>, imports);
  }) as typeof WebAssembly.instantiateStreaming;
  const growth = growOnInstantiate(assets.snapshot.byteLength);
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

/** `info` of Pyodide's own lock file, put here by the build. */
declare const LOCK_INFO: unknown;
