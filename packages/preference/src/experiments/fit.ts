/** A linear reward model from judged pairs of feature vectors, as several experiments need one. */

import { sigmoid, softplus } from '../closed-form/distribution.js';
import { inverse } from '../closed-form/linear.js';
import type { PreferencePair } from '../data/preferences.js';
import type { LinearPairs } from '../kernels/linear-bradley-terry.js';
import { Pace } from '../pace.js';
import type { Context } from './experiment.js';

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

/** Of ½ λ‖w‖²: where data can be separated there is no maximum without it; elsewhere it is as nothing beside the data. */
const RIDGE = 0.01;
const MOST_STEPS = 30;
const SETTLED = 1e-6;

/**
 * Weights by maximum likelihood, with Newton's method and halved steps, in float64: what `fitRewardModel` comes to in
 * some hundred steps (tested), soon enough for a slider.
 *
 * Source: Bradley & Terry 1952 with features, that is logistic regression on differences.
 *
 * @throws the signal's reason where it is aborted
 */
export async function fitWeights(
  { chosen, rejected, features }: LinearPairs,
  context: Pick<Context, 'signal'>
): Promise<number[]> {
  const pace = new Pace(context);
  const differences = chosen.map((x, i) => x - rejected[i]!);
  let weights = new Array<number>(features).fill(0);
  let here = likelihood(differences, weights);
  for (let step = 0; step < MOST_STEPS; step++) {
    const curvature = inverse(here.information);
    const direction = curvature.map((row) => dot(row, here.gradient));
    if (direction.every((x) => Math.abs(x) < SETTLED)) break;
    for (let share = 1; share > SETTLED; share /= 2) {
      await pace.rest();
      const moved = weights.map((w, i) => w - share * direction[i]!);
      const there = likelihood(differences, moved);
      if (there.nll > here.nll) continue;
      [weights, here] = [moved, there];
      break;
    }
  }
  return weights;
}

/** Of differences of features, row by row: −log-likelihood with the ridge, its gradient and its Hessian. */
function likelihood(differences: Float32Array, weights: readonly number[]) {
  const features = weights.length;
  const gradient = weights.map((w) => RIDGE * w);
  const information = weights.map((_, i) => weights.map((_w, j) => (i === j ? RIDGE : 0)));
  let nll = (RIDGE / 2) * dot(weights, weights);
  for (let row = 0; row < differences.length; row += features) {
    let z = 0;
    for (let i = 0; i < features; i++) z += weights[i]! * differences[row + i]!;
    const wrong = sigmoid(-z);
    nll += softplus(-z);
    for (let i = 0; i < features; i++) {
      const x = differences[row + i]!;
      gradient[i]! -= wrong * x;
      const scaled = wrong * (1 - wrong) * x;
      const line = information[i]!;
      for (let j = 0; j < features; j++) line[j]! += scaled * differences[row + j]!;
    }
  }
  return { nll, gradient, information };
}

/** w·x */
export const dot = (weights: readonly number[], features: Features): number =>
  weights.reduce((sum, weight, i) => sum + weight * features[i]!, 0);
