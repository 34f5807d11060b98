/** Fetches what an interpreter is made of, once, from the page's own host. */

import { SandboxError } from '../sandbox.js';

export interface BrowserAssets {
  worker: string;
  frame: string;
  wasm: Uint8Array;
  stdlib: Uint8Array;
  snapshot: Uint8Array;
}

interface Manifest {
  format: number;
  files: Record<string, { url: string }>;
}

/** `assetsUrl`: the folder of `manifest.json`; the files' addresses in it are relative to it. */
export async function fetchAssets(assetsUrl: string): Promise<BrowserAssets> {
  const base = new URL(assetsUrl.endsWith('/') ? assetsUrl : `${assetsUrl}/`, document.baseURI);
  const manifest = (await (await get(new URL('manifest.json', base))).json()) as Manifest;
  const file = (name: string): Promise<Response> => {
    const entry = manifest.files[name];
    if (manifest.format !== 1 || entry === undefined) {
      throw new SandboxError(
        'The checker and this site are of different versions. Reload the page.'
      );
    }
    return get(new URL(entry.url, base));
  };
  const bytes = async (name: string): Promise<Uint8Array> =>
    new Uint8Array(await (await file(name)).arrayBuffer());
  const [worker, frame, wasm, stdlib, snapshot] = await Promise.all([
    file('worker.js').then((response) => response.text()),
    file('frame.js').then((response) => response.text()),
    bytes('pyodide.asm.wasm'),
    bytes('python_stdlib.zip'),
    file('snapshot.bin.gz').then(unzipped)
  ]);
  return { worker, frame, wasm, stdlib, snapshot };
}

async function get(url: URL): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch {
    throw new SandboxError(`${url.pathname} could not be loaded: is the network there?`);
  }
  if (!response.ok)
    throw new SandboxError(`${url.pathname} could not be loaded (${response.status}).`);
  return response;
}

/** Some hosts serve a `.gz` already unzipped, with a Content-Encoding: the first bytes tell. */
async function unzipped(response: Response): Promise<Uint8Array> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
