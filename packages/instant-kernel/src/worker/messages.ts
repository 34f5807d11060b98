/** What page and worker say to each other beside the kernel's own messages, each under one key. */

import type { Parts } from './restore.js';

export interface ToWorker {
  instantKernel: Parts;
}

export interface FromWorker {
  instantKernel: Parts | { fatal: string } | { lifeline: string } | { loaded: string[] };
}

/** Of the page: its `detail` has the addresses that a kernel's worker has loaded past a service worker. */
export const LOADED = 'instant-kernel:loaded';

/** Name of a worker that is to wait for the parts it is sent. */
export const PARTS_FOLLOW = 'parts-follow';
