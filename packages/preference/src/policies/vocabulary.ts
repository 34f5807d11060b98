/** Characters as the tokens of a policy. */

/**
 * A token a character (a code point), numbered from 0 in the order given. After them come `end`, which ends a
 * completion, and `start`, which a policy reads first and never writes.
 *
 * @example
 * ```ts
 * const vocabulary = new Vocabulary('abc');
 * vocabulary.encode('cab'); // → [2, 0, 1]
 * // The end can be written, the start cannot.
 * [vocabulary.size, vocabulary.end, vocabulary.start]; // → [4, 3, 4]
 * vocabulary.decode([vocabulary.start, 1, 0, vocabulary.end]); // → 'ba'
 * ```
 */
export class Vocabulary {
  readonly #characters: readonly string[];
  readonly #ids: ReadonlyMap<string, number>;

  /** @throws {RangeError} of no characters, or of one that is there twice */
  constructor(characters: string) {
    this.#characters = [...characters];
    this.#ids = new Map(this.#characters.map((character, id) => [character, id]));
    if (this.#characters.length === 0) throw new RangeError('A vocabulary has characters.');
    if (this.#ids.size < this.#characters.length) {
      throw new RangeError(`The vocabulary "${characters}" has a character twice.`);
    }
  }

  /** What can be written: the characters and the end. */
  get size(): number {
    return this.#characters.length + 1;
  }

  get end(): number {
    return this.#characters.length;
  }

  get start(): number {
    return this.#characters.length + 1;
  }

  /** @throws {RangeError} naming the first character that is not in the vocabulary */
  encode(text: string): number[] {
    return [...text].map((character) => {
      const id = this.#ids.get(character);
      if (id === undefined) {
        const known = this.#characters.join('');
        throw new RangeError(
          `"${character}" of "${text}" is not in the vocabulary "${known}"; add it there, or leave it out.`
        );
      }
      return id;
    });
  }

  /** The characters; start and end are left out. */
  decode(tokens: ArrayLike<number>): string {
    return Array.from(tokens, (id) => this.#characters[id] ?? '').join('');
  }
}

/**
 * The characters of the texts, each once, in order of their code points.
 *
 * @example
 * ```ts
 * charactersOf(['abba', 'cab!']); // → '!abc'
 * ```
 */
export function charactersOf(texts: readonly string[]): string {
  return [...new Set(texts.flatMap((text) => [...text]))].sort().join('');
}
