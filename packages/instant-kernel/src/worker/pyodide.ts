/** Entry of `pyodide.js`, which the site's `pyodideUrl` names in place of Pyodide's own module. */

import { loadPyodide as ordinary, manifest, version } from './config.js';
import { holdLifeline } from './lifeline.js';
import { tellLoaded } from './loaded.js';
import type { FromWorker } from './messages.js';
import type { Pyodide, PyodideOptions } from './pyodide-types.js';
import type { Parts } from './restore.js';
import { WarmKernel } from './warm-kernel.js';

const tell = (message: FromWorker, transfer: Transferable[] = []): void =>
  postMessage(message, { transfer });

const kernel = new WarmKernel({
  manifest,
  loadPyodide: ordinary,
  onParts: (parts) => tell({ instantKernel: parts }, parts.image === null ? [] : [parts.image]),
  onFatal: (fatal) => tell({ instantKernel: { fatal } })
});

export { version };

export const prepare = (parts: Promise<Parts> | null): void => {
  tellLoaded(manifest, import.meta.url, (loaded) => tell({ instantKernel: { loaded } }));
  kernel.prepare(parts);
};

export const loadPyodide = (options?: PyodideOptions): Promise<Pyodide> => {
  // Asked for by a kernel: from now on somebody listens.
  holdLifeline((lifeline) => tell({ instantKernel: { lifeline } }));
  return kernel.load(options);
};
