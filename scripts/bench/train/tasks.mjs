// @ts-check
/** What is trained in the measurements: the sizes of the architecture page, 2,048 pairs in batches of 256. */

import { Random } from '@lectern/preference';

export const BATCH = 256;
export const BATCHES = 8;
export const FEATURES = 64;
export const HIDDEN = 128;
export const PROMPTS = 32;
export const RESPONSES = 64;
export const LEARNING_RATE = 0.01;
export const BETA = 0.1;

const PAIRS = BATCH * BATCHES;

/** Preferences of a known linear reward. @returns {import('@lectern/preference').LinearPairs} */
export function rewardPairs() {
  const random = new Random(1);
  const truth = Float32Array.from({ length: FEATURES }, () => 0.3 * random.normal());
  const sides = [0, 1].map(() => new Float32Array(PAIRS * FEATURES));
  for (let pair = 0; pair < PAIRS; pair++) {
    const rows = sides.map(() => Float32Array.from(truth, () => random.normal()));
    const [one = 0, other = 0] = rows.map((row) =>
      row.reduce((sum, value, at) => sum + value * (truth[at] ?? 0), 0)
    );
    if (random.happens(1 / (1 + Math.exp(one - other)))) rows.reverse();
    for (const [side, row] of rows.entries()) sides[side]?.set(row, pair * FEATURES);
  }
  const [chosen, rejected] = /** @type {[Float32Array, Float32Array]} */ (sides);
  return { chosen, rejected, features: FEATURES };
}

/** @returns {import('@lectern/preference').TabularPairs} */
export function tabularPairs() {
  const random = new Random(2);
  const of = (/** @type {number} */ count) =>
    Int32Array.from({ length: PAIRS }, () => random.integer(count));
  return { prompts: of(PROMPTS), chosen: of(RESPONSES), rejected: of(RESPONSES) };
}

/** @returns {import('@lectern/preference').TabularPolicy} */
export function reference() {
  const random = new Random(3);
  const logits = Float32Array.from({ length: PROMPTS * RESPONSES }, () => 0.1 * random.normal());
  return { logits, responses: RESPONSES };
}
