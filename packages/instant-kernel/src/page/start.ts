/**
 * Entry of `start.js`, the page's first script: `<script src="…/start.js" data-warm>` starts a kernel's worker while
 * the application loads; without `data-warm`, or with a value that the page's query has nothing of, when one is needed.
 */

import { WarmWorkers } from './warm-workers.js';

declare global {
  var jupyterliteInstantKernel: WarmWorkers | undefined;
}

const script = document.currentScript as HTMLScriptElement;
const workerUrl = new URL('worker.js', script.src);

// Where the page is isolated, the kernel talks to its worker by shared memory, which it sets up itself.
if (!globalThis.crossOriginIsolated) {
  const workers = new WarmWorkers((name) => new Worker(workerUrl, { type: 'module', name }));
  globalThis.jupyterliteInstantKernel = workers;
  const { warm } = script.dataset;
  if (warm === '' || (warm !== undefined && new URLSearchParams(location.search).has(warm))) {
    workers.warm();
  }
}
