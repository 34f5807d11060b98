/** Time that is counted only while it runs, up to a limit. */

export class Stopwatch {
  #elapsedMs = 0;
  #startedAt: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly limitMs: number,
    private readonly onLimit: () => void
  ) {}

  /** Goes on from where it was stopped. */
  start(): void {
    if (this.#startedAt !== null) return;
    this.#startedAt = performance.now();
    this.#timer = setTimeout(this.onLimit, Math.max(0, this.limitMs - this.#elapsedMs));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#elapsedMs = this.elapsedMs;
    this.#startedAt = null;
  }

  restart(): void {
    this.stop();
    this.#elapsedMs = 0;
    this.start();
  }

  get elapsedMs(): number {
    return this.#elapsedMs + (this.#startedAt === null ? 0 : performance.now() - this.#startedAt);
  }
}
