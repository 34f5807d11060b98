/** What page and worker say to each other beside the kernel's own messages, each under one key. */

export interface ToWorker {
  instantKernel: { module: WebAssembly.Module };
}

export interface FromWorker {
  instantKernel: { module: WebAssembly.Module } | { fatal: string };
}

/** Name of a worker that is to wait for the module it is sent. */
export const MODULE_FOLLOWS = 'module-follows';
