/** Fetches what an interpreter is made of, once, from the page's own host. */

import { SandboxError } from '../sandbox.js';
import { ASSETS, type AssetName } from './messages.js';

export interface BrowserAssets {
  /** The frame's script. */
  frame: string;
  /** On their way: each is given to the frame as soon as it is there. */
  files: Record<AssetName, Promise<ArrayBuffer>>;
}

interface Manifest {
  format: number;
  files: Record<string, { url: string }>;
}

/** `assetsUrl`: the folder of `manifest.json`; the files' addresses in it are relative to it. */
export async function fetchAssets(assetsUrl: string): Promise<BrowserAssets> {
  const base = new URL(assetsUrl.endsWith('/') ? assetsUrl : `${assetsUrl}/`, document.baseURI);
  const manifest = (await (await get(new URL('manifest.json', base))).json()) as Manifest;
  const file = async (name: string): Promise<Response> => {
    const entry = manifest.files[name];
    if (manifest.format !== 2 || entry === undefined) {
      throw new SandboxError(
        'The checker and this site are of different versions. Reload the page.'
      );
    }
    return get(new URL(entry.url, base));
  };
  const frame = file('frame.js').then((response) => response.text());
  const files = Object.fromEntries(
    ASSETS.map((name) => [name, file(name).then((response) => response.arrayBuffer())])
  ) as BrowserAssets['files'];
  // Whoever waits for a file hears of its failure; while nobody does yet, it is not an unhandled one.
  for (const bytes of Object.values(files)) bytes.catch(() => undefined);
  return { frame: await frame, files };
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
