// @ts-check
/** A few of something, each used by one at a time. */

/** @template T */
export class Lanes {
  /** @type {T[]} */
  #free = [];
  /** @type {T[]} */
  #made = [];
  /** @type {((lane: T) => void)[]} */
  #waiting = [];

  /** @param {number} count @param {() => T} make */
  constructor(count, make) {
    this.count = count;
    this.make = make;
  }

  /** @template R @param {(lane: T) => Promise<R>} work @returns {Promise<R>} */
  async use(work) {
    const lane = await this.#take();
    try {
      return await work(lane);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free.push(lane);
      else next(lane);
    }
  }

  dispose() {
    for (const lane of this.#made) /** @type {{ dispose?(): void } | null} */ (lane)?.dispose?.();
  }

  /** @returns {Promise<T> | T} */
  #take() {
    const lane = this.#free.pop();
    if (lane !== undefined) return lane;
    if (this.#made.length < this.count) {
      const made = this.make();
      this.#made.push(made);
      return made;
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
