/** Short texts and what is measured of them, for experiments with character policies. */

/** What people write about a film: the demonstrations that policies begin with. */
export const REVIEWS: readonly string[] = [
  'good film',
  'a good film!',
  'so so',
  'not bad',
  'not good',
  'i like it',
  'i liked it!',
  'it is fun',
  'great fun!!!',
  'a bit long',
  'too long',
  'bad film',
  'fun to see',
  'see it!!',
  'no fun at all',
  'a great film',
  'i did not like it',
  'it is a bit sad',
  'sad but good',
  'long but fun'
];

const WORDS = new Set(REVIEWS.flatMap((text) => wordsIn(text)));

/** The share of a text's characters that are in words which somebody wrote; 0 of an empty text. */
export function realWords(text: string): number {
  const real = wordsIn(text).filter((word) => WORDS.has(word));
  return real.reduce((sum, { length }) => sum + length, 0) / Math.max(1, text.length);
}

function wordsIn(text: string): string[] {
  return text.split(/[ !]+/).filter((word) => word !== '');
}

/** How often the character stands in the text. */
export const countOf = (character: string, text: string): number =>
  text.split(character).length - 1;

/** In quotation marks, and an empty text as words. */
export const quoted = (text: string): string => (text === '' ? '(nothing)' : `“${text}”`);

export const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
