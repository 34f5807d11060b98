/** A linear reward model from judged pairs of feature vectors, as several experiments need one. */

import type { PreferencePair } from '../data/preferences.js';
import type { LinearPairs } from '../kernels/linear-bradley-terry.js';
import { fitRewardModel } from '../train/fit-reward-model.js';

export type Features = readonly number[];

/** Row by row, in the order of the pairs. */
export function linearPairs<Item>(
  pairs: readonly PreferencePair<unknown, Item>[],
  featuresOf: (item: Item) => Features
): LinearPairs {
  const features = pairs[0] === undefined ? 0 : featuresOf(pairs[0].chosen).length;
  const rows = (side: 'chosen' | 'rejected') =>
    Float32Array.from(pairs.flatMap((pair) => [...featuresOf(pair[side])]));
  return { chosen: rows('chosen'), rejected: rows('rejected'), features };
}

/** Enough for Adam to settle on a few features of size about 1 (tested: the gradient is then below 1e-3). */
const STEPS = 250;

/** Weights by maximum likelihood. */
export async function fitWeights(
  data: LinearPairs,
  options: { signal?: AbortSignal | undefined; steps?: number }
): Promise<number[]> {
  const [{ weights }] = await fitRewardModel(data, {
    steps: options.steps ?? STEPS,
    learningRate: 0.1,
    reportEvery: STEPS,
    signal: options.signal
  });
  return [...weights];
}

/** w·x */
export const dot = (weights: readonly number[], features: Features): number =>
  weights.reduce((sum, weight, i) => sum + weight * features[i]!, 0);
