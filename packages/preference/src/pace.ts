/** Long work in short stretches: the page goes on living, and Stop stops. */

/** The page is not held up longer than this at a time, in milliseconds. */
export const LONGEST_STRETCH = 12;

/** Lets whoever else waits go on. */
export async function breathe(): Promise<void> {
  // A timer waits for 4 ms more where timers follow each other.
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  await (scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
}

export class Pace {
  #since = performance.now();

  constructor(private readonly of: { signal?: AbortSignal | undefined }) {}

  /** Whether the page has been held up for long enough. */
  get isDue(): boolean {
    return performance.now() - this.#since >= LONGEST_STRETCH;
  }

  async breathe(): Promise<void> {
    await breathe();
    this.#since = performance.now();
  }

  /** Call it between pieces of work. @throws the signal's reason where it is aborted */
  async rest(): Promise<void> {
    this.of.signal?.throwIfAborted();
    if (!this.isDue) return;
    await this.breathe();
    this.of.signal?.throwIfAborted();
  }
}
