/** Whitening over the entries that a mask keeps. Float64, no tensors. */

const EPSILON = 1e-8;

/**
 * Shifts and scales to mean 0 and variance 1, as advantages are before PPO's loss.
 *
 * (x − mean) / √(var + 1e-8) over the entries where `mask` is true, with the sample variance (n − 1); with
 * `shiftMean: false` the mean is added back. Entries outside the mask come out 0.
 *
 * Source: TRL `masked_whiten`.
 *
 * @param rows (B, T)
 * @param mask (B, T)
 * @throws when fewer than two entries are kept, since their variance is undefined
 * @example
 * ```ts
 * const advantages = [[1, 2, 3, 100]];
 * const mask = [[true, true, true, false]];
 * maskedWhiten(advantages, mask); // → [[-1, 0, 1, 0]]
 * maskedWhiten(advantages, mask, { shiftMean: false }); // → [[1, 2, 3, 0]]
 * ```
 */
export function maskedWhiten(
  rows: number[][],
  mask: boolean[][],
  { shiftMean = true }: { shiftMean?: boolean } = {}
): number[][] {
  const kept = rows.flatMap((row, b) => row.filter((_, t) => mask[b]?.[t]));
  if (kept.length < 2) {
    throw new Error(`maskedWhiten: at least two entries must be kept; got ${kept.length}.`);
  }
  const mean = kept.reduce((sum, x) => sum + x, 0) / kept.length;
  const variance = kept.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (kept.length - 1);
  const scale = 1 / Math.sqrt(variance + EPSILON);
  const shift = shiftMean ? 0 : mean;
  return rows.map((row, b) => row.map((x, t) => (mask[b]?.[t] ? (x - mean) * scale + shift : 0)));
}
