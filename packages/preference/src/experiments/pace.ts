/** Long work in short stretches: the page goes on living, and Stop stops. */

import type { Context } from './experiment.js';

/** The page is not held up longer than this at a time, in milliseconds. */
const LONGEST_STRETCH = 12;

export class Pace {
  #since = performance.now();

  constructor(private readonly context: Pick<Context, 'signal'>) {}

  /** Call it between pieces of work. @throws the signal's reason where it is aborted */
  async rest(): Promise<void> {
    this.context.signal?.throwIfAborted();
    if (performance.now() - this.#since < LONGEST_STRETCH) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.context.signal?.throwIfAborted();
    this.#since = performance.now();
  }
}
