/** How far people agree about the same comparisons. */

import { DataError } from './data-error.js';

/** By annotator, what each said of each item; `null` where they were not asked. */
export type Judgements = readonly (readonly (string | number | boolean | null)[])[];

/**
 * The share of pairs of judgements of one item that are the same; 1 is full agreement. Not corrected for chance: for two
 * choices, 0.5 is none.
 * @throws {DataError} where no item has two judgements
 * @example
 * ```ts
 * // What three people said of four pairs: which response they prefer.
 * const judgements = [
 *   [0, 0, 1, 1],
 *   [0, 0, 1, 0],
 *   [0, 1, 1, null]
 * ];
 * rawAgreement(judgements); // → 0.7
 * ```
 */
export function rawAgreement(judgements: Judgements): number {
  let [same, all] = [0, 0];
  for (const item of itemsOf(judgements)) {
    for (const [index, one] of item.entries()) {
      for (const other of item.slice(index + 1)) {
        all++;
        if (one === other) same++;
      }
    }
  }
  return same / all;
}

/**
 * Krippendorff's alpha for nominal data: 1 − observed / expected disagreement; 0 is what chance would give. Any number
 * of annotators, and judgements may be missing. Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability".
 * @throws {DataError} where no item has two judgements
 * @example
 * ```ts
 * // What three people said of four pairs: which response they prefer.
 * const judgements = [
 *   [0, 0, 1, 1],
 *   [0, 0, 1, 0],
 *   [0, 1, 1, null]
 * ];
 * krippendorffAlpha(judgements); // → 0.3333
 * // Two who agree about half of the pairs, which is hardly more than by chance.
 * krippendorffAlpha([[0, 0, 1, 1], [0, 1, 0, 1]]); // → 0.125
 * ```
 */
export function krippendorffAlpha(judgements: Judgements): number {
  const counts = new Map<unknown, number>();
  let [total, observed] = [0, 0];
  for (const item of itemsOf(judgements)) {
    total += item.length;
    for (const value of item) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
      const different = item.filter((other) => other !== value).length;
      observed += different / (item.length - 1);
    }
  }
  const expected = [...counts.values()].reduce((sum, count) => sum + count * (total - count), 0);
  // All said the same of everything: there was nothing to disagree about.
  return expected === 0 ? 1 : 1 - (observed * (total - 1)) / expected;
}

/** What was said of each item, of those that two or more have judged. */
function itemsOf(judgements: Judgements): unknown[][] {
  const lengths = new Set(judgements.map(({ length }) => length));
  if (lengths.size > 1) {
    throw new DataError(`The annotators have judged ${[...lengths].join(' and ')} items.`);
  }
  const [length = 0] = lengths;
  const items = Array.from({ length }, (_, item) =>
    judgements.map((own) => own[item] ?? null).filter((value) => value !== null)
  ).filter((values) => values.length >= 2);
  if (items.length === 0) throw new DataError('No item was judged by two annotators.');
  return items;
}
