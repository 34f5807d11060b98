/** Saves one at a time: JupyterLab takes a save that overlaps another for a file that was changed by somebody else. */

export interface SaveQueueOptions {
  /** Whether there is anything to save, and a place to save it to. */
  isWanted(): boolean;
  save(): Promise<void>;
  onFailure(reason: unknown): void;
}

export class SaveQueue {
  constructor(options: SaveQueueOptions) {
    this.#options = options;
  }

  /** Saves now, or as soon as the save under way has ended. Never rejects. */
  request(): Promise<void> {
    this.#next ??= this.#run();
    return this.#next;
  }

  /** To be told of every save of the document, whoever asked for it. */
  readonly onSaveState = (state: 'started' | 'completed' | 'failed' | (string & {})): void => {
    if (state === 'started') {
      this.#underWay ??= deferred();
      return;
    }
    if (state === 'completed') this.#failed = false;
    this.#underWay?.resolve();
    this.#underWay = null;
  };

  async #run(): Promise<void> {
    await Promise.resolve(); // so that `request` has put this run down as the next one
    while (this.#underWay !== null) await this.#underWay.promise;
    // From here a request means a save of its own: what it is about may come too late for this one.
    this.#next = null;
    if (this.#failed || !this.#options.isWanted()) return;
    const underWay = (this.#underWay = deferred());
    try {
      await this.#options.save();
    } catch (reason) {
      this.#failed = true;
      this.#options.onFailure(reason);
    } finally {
      underWay.resolve();
      if (this.#underWay === underWay) this.#underWay = null;
    }
  }

  readonly #options: SaveQueueOptions;
  /** The save that is being made, by this queue or by anybody else. */
  #underWay: Deferred | null = null;
  /** The request that waits for it; later ones join it. */
  #next: Promise<void> | null = null;
  #failed = false;
}

interface Deferred {
  promise: Promise<void>;
  resolve(): void;
}

function deferred(): Deferred {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}
