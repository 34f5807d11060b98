/** The page's workers in which a kernel is being made ready. */

import { LOADED, PARTS_FOLLOW, type FromWorker, type ToWorker } from '../worker/messages.js';
import type { Parts } from '../worker/restore.js';

export class WarmWorkers {
  /** `create`: starts a worker of `worker.js` under the given name. */
  constructor(create: (name: string) => Worker) {
    this.#create = create;
  }

  /** Starts one, unless one is waiting. */
  warm(): void {
    this.#waiting ??= this.#start();
  }

  /** The one that waits, or a new one; null when they do not start here. Each is given away once. */
  take(): Worker | null {
    this.warm();
    const worker = this.#waiting;
    this.#waiting = null;
    return this.#isBroken ? null : worker;
  }

  #start(): Worker | null {
    if (this.#isBroken) return null;
    const parts = this.#parts;
    const worker = this.#create(parts === null ? '' : PARTS_FOLLOW);
    if (parts !== null) {
      const transfer = parts.image === null ? [] : [parts.image];
      worker.postMessage({ instantKernel: parts } satisfies ToWorker, { transfer });
      this.#parts = { ...parts, image: null };
    }
    worker.addEventListener('message', ({ data }: MessageEvent<Partial<FromWorker> | null>) => {
      const said = data?.instantKernel;
      if (said === undefined) return;
      if ('module' in said) this.#parts = said;
      if ('loaded' in said) dispatchEvent(new CustomEvent(LOADED, { detail: said.loaded }));
    });
    worker.addEventListener('error', () => {
      // Of a worker that was given away, the kernel hears by itself.
      if (this.#waiting === worker) this.#isBroken = true;
    });
    return worker;
  }

  readonly #create: (name: string) => Worker;
  #waiting: Worker | null = null;
  /** What the last kernel was made of. */
  #parts: Parts | null = null;
  #isBroken = false;
}
