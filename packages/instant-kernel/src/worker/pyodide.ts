/** Entry of `pyodide.js`, which the site's `pyodideUrl` names in place of Pyodide's own module. */

import { loadPyodide as ordinary, manifest, version } from './config.js';
import type { FromWorker } from './messages.js';
import type { Pyodide, PyodideOptions } from './pyodide-types.js';
import { WarmKernel } from './warm-kernel.js';

const tell = (message: FromWorker): void => postMessage(message);

const kernel = new WarmKernel({
  manifest,
  loadPyodide: ordinary,
  onModule: (module) => tell({ instantKernel: { module } }),
  onFatal: (fatal) => tell({ instantKernel: { fatal } })
});

export { version };

export const prepare = (module: Promise<WebAssembly.Module> | null): void => kernel.prepare(module);

export const loadPyodide = (options?: PyodideOptions): Promise<Pyodide> => kernel.load(options);
