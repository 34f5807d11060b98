/** Results kept from one parse to the next, so that an editor pays only for what has changed. */

/** A result that a whole parse did not ask for is forgotten: the memory holds no more than two versions of a text. */
export class Memo<V extends object> {
  #recent = new Map<string, V>();
  #older = new Map<string, V>();

  /** A new parse begins. */
  age(): void {
    this.#older = this.#recent;
    this.#recent = new Map();
  }

  get(key: string): V | undefined {
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const older = this.#older.get(key);
    if (older !== undefined) this.#recent.set(key, older);
    return older;
  }

  set(key: string, value: V): void {
    this.#recent.set(key, value);
  }

  /** What is kept, or else what `make` gives. */
  of(key: string, make: () => V): V {
    const kept = this.get(key);
    if (kept !== undefined) return kept;
    const made = make();
    this.set(key, made);
    return made;
  }
}
