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
  const rows = (side: 'chosen' | 'rejected') => {
    const values = new Float32Array(pairs.length * features);
    for (const [row, pair] of pairs.entries()) values.set(featuresOf(pair[side]), row * features);
    return values;
  };
  return { chosen: rows('chosen'), rejected: rows('rejected'), features };
}

/** Enough for Adam to settle on a few features of size about 1. */
const STEPS = 250;
/** Of more pairs than these the first are learned from first: a step on many costs much, and few steps are left. */
const FIRST = 1000;
const LATER_STEPS = 50;

/**
 * Weights by maximum likelihood, to about 0.01 (tested), which is less than what the data leave open.
 *
 * @throws the signal's reason where it is aborted
 */
export async function fitWeights(
  data: LinearPairs,
  { signal }: { signal?: AbortSignal | undefined }
): Promise<number[]> {
  const { features } = data;
  const end = FIRST * features;
  const isLarge = data.chosen.length > 2 * end;
  const first = isLarge
    ? { features, chosen: data.chosen.subarray(0, end), rejected: data.rejected.subarray(0, end) }
    : data;
  const reportEvery = STEPS;
  const [start] = await fitRewardModel(first, {
    steps: STEPS,
    learningRate: 0.1,
    reportEvery,
    signal
  });
  if (!isLarge) return [...start.weights];
  const [{ weights }] = await fitRewardModel(data, {
    steps: STEPS + LATER_STEPS,
    state: start,
    learningRate: 0.01,
    reportEvery,
    signal
  });
  return [...weights];
}

/** w·x */
export const dot = (weights: readonly number[], features: Features): number =>
  weights.reduce((sum, weight, i) => sum + weight * features[i]!, 0);
