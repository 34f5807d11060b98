/** Numbers from text, without a model to download: what a linear reward model can learn from in a tab. */

import { DataError } from './data-error.js';

export interface FeatureOptions {
  /** The natural logarithm of 1 + the number of words. Default true. */
  length?: boolean;
  /** How often each of these occurs as a word, per word of the text. Default none. */
  markers?: readonly string[];
  /** Of n words in a row: this many of the most frequent in the texts, by how often they occur per word. Default none. */
  ngrams?: { n: number; most: number };
}

export interface FeatureMatrix {
  /** A name a column. */
  names: string[];
  /** [texts, names], row by row. */
  values: Float32Array;
  rows: number;
}

/** Makes the same columns of any text. */
export interface Featurizer {
  names: readonly string[];
  /** @returns [texts, names] */
  features: (texts: readonly string[]) => FeatureMatrix;
}

/**
 * Words as runs of letters, digits and apostrophes, in lower case.
 *
 * @example
 * ```ts
 * wordsOf("Don't panic: it's 42!"); // → ["don't", 'panic', "it's", '42']
 * ```
 */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu) ?? [];
}

/**
 * Columns of numbers for texts: length, marker words, frequent n-grams.
 *
 * `texts` are looked at for their n-grams only; of as frequent ones the first in order of code points, so that the same
 * texts give the same columns.
 *
 * @example
 * ```ts
 * const texts = ['Thank you, thank you.', 'No.'];
 * const { names, features } = featurizer(texts, { markers: ['thank you'] });
 * names; // → ['length', 'thank you']
 * // A row a text: log(1 + words), and how often the marker occurs per word.
 * features(texts).values; // → [1.6094, 0.5, 0.6931, 0]
 * ```
 */
export function featurizer(texts: readonly string[], options: FeatureOptions = {}): Featurizer {
  const { length = true, markers = [], ngrams } = options;
  const marks = markers.map((marker) => {
    const words = wordsOf(marker);
    if (words.length === 0) throw new DataError(`The marker "${marker}" has no word in it.`);
    return words.join(' ');
  });
  const grams = ngrams === undefined ? [] : frequentGrams(texts, ngrams);
  const columns = [...new Set([...marks, ...grams])];
  const names = [...(length ? ['length'] : []), ...columns];
  if (names.length === 0) throw new DataError('No feature was asked for.');
  const longest = Math.max(1, ...columns.map((column) => column.split(' ').length));
  const places = new Map(columns.map((column, index) => [column, index + (length ? 1 : 0)]));
  return {
    names,
    features(some) {
      const values = new Float32Array(some.length * names.length);
      for (const [row, text] of some.entries()) {
        const words = wordsOf(text);
        const own = values.subarray(row * names.length, (row + 1) * names.length);
        if (length) own[0] = Math.log1p(words.length);
        for (let n = 1; n <= longest; n++) {
          for (const gram of gramsOf(words, n)) {
            const place = places.get(gram);
            if (place !== undefined) own[place] = (own[place] ?? 0) + 1 / words.length;
          }
        }
      }
      return { names: [...names], values, rows: some.length };
    }
  };
}

function* gramsOf(words: readonly string[], n: number): Generator<string> {
  for (let start = 0; start + n <= words.length; start++) {
    yield words.slice(start, start + n).join(' ');
  }
}

function frequentGrams(
  texts: readonly string[],
  { n, most }: { n: number; most: number }
): string[] {
  if (!(Number.isInteger(n) && n >= 1)) throw new DataError(`n-grams of ${n} words.`);
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const gram of gramsOf(wordsOf(text), n)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([gram]) => gram);
}
