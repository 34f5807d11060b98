/** Calls an action once things have been quiet for a while, and at the latest after a longer while. */

export interface DebounceOptions {
  quietMs: number;
  longestMs: number;
}

export class Debounce {
  constructor(action: () => void, options: DebounceOptions) {
    this.#action = action;
    this.#options = options;
  }

  /** Something happened. */
  touch(): void {
    const { quietMs, longestMs } = this.#options;
    this.#since ??= Date.now();
    clearTimeout(this.#timer);
    const left = this.#since + longestMs - Date.now();
    this.#timer = setTimeout(() => this.flush(), Math.max(0, Math.min(quietMs, left)));
  }

  /** Acts now, if there is something to act on. */
  flush(): void {
    if (this.#since === null) return;
    this.cancel();
    this.#action();
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#since = null;
  }

  readonly #action: () => void;
  readonly #options: DebounceOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first touch came that was not acted on yet. */
  #since: number | null = null;
}
