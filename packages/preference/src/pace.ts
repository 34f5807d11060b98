/** Long work in short stretches: the page goes on living, and Stop stops. */

/** The page is not held up longer than this at a time, in milliseconds. */
export const LONGEST_STRETCH = 12;

/**
 * Lets whoever else waits go on: it is a task like theirs, in its turn. Not `scheduler.yield`, after which one comes
 * before everybody else's timers and messages again; and not a timer, which waits for 4 ms more where timers follow
 * each other.
 */
function breathe(): Promise<void> {
  const { setImmediate } = globalThis as { setImmediate?: (task: () => void) => unknown };
  return new Promise((resolve) => {
    // Node's: a channel would keep the process alive.
    if (setImmediate) return void setImmediate(resolve);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
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
