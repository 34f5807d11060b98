/** A linear reward model from preference pairs. */

import { adamStep, noMoments, type Moments } from '../kernels/adam.js';
import {
  linearBradleyTerry,
  type LinearPairs,
  type RewardMetrics
} from '../kernels/linear-bradley-terry.js';
import {
  Batches,
  requireFinite,
  requireLength,
  runSteps,
  type Report,
  type TrainOptions
} from './train-loop.js';

export interface RewardModelOptions extends TrainOptions<RewardMetrics> {
  /** c of c · mean((r⁺ + r⁻)²). Default 0. */
  centerRewardsCoefficient?: number | undefined;
  /** Go on from here: nothing in it is changed. */
  state?: RewardModelState | undefined;
}

/** All that is needed to use the model, or to go on. */
export interface RewardModelState {
  step: number;
  /** (features) */
  weights: Float32Array;
  moments: Moments;
}

/**
 * Fits r(x) = w·x by Adam on the Bradley-Terry loss, from w = 0. Pure: the same data, options and state give the same
 * result.
 *
 * Source: Ouyang et al. 2022, eq. 1; metrics as TRL's `RewardTrainer`.
 *
 * @param data features of (pairs, features), row by row
 * @param options learningRate is 0.05 by default
 * @returns the state, and what was reported on the way
 * @throws {RangeError} where lengths do not fit, or a value is not finite
 */
export async function fitRewardModel(
  data: LinearPairs,
  options: RewardModelOptions
): Promise<[RewardModelState, Report<RewardMetrics>[]]> {
  const { features, chosen, rejected, margins } = data;
  const pairs = chosen.length / features;
  requireLength('rejected', rejected.length, chosen.length, '"chosen"');
  requireLength(
    'chosen',
    chosen.length,
    Math.floor(pairs) * features,
    `${features} features a pair`
  );
  if (margins) requireLength('margins', margins.length, pairs, 'a margin a pair');
  for (const [name, values] of Object.entries({ chosen, rejected, margins })) {
    if (values !== undefined) requireFinite(name, values);
  }
  const { learningRate = 0.05, batchSize, seed = 0, centerRewardsCoefficient = 0 } = options;
  const state = copyOf(options.state) ?? fresh(features);
  requireLength('state.weights', state.weights.length, features, 'the data');
  const batches = new Batches(pairs, batchSize, seed);
  const gradient = new Float32Array(features);
  const reports = await runSteps(state.step, options, (done) => {
    const batch = batches.at(done);
    const metrics = linearBradleyTerry(
      data,
      state.weights,
      batch,
      gradient,
      centerRewardsCoefficient
    );
    adamStep(state.weights, gradient, state.moments, done + 1, { learningRate });
    state.step = done + 1;
    return metrics;
  });
  return [state, reports];
}

/** @param features (rows, features) row by row @returns (rows) */
export function rewardsOf({ weights }: RewardModelState, features: Float32Array): Float32Array {
  const rows = features.length / weights.length;
  requireLength('features', features.length, Math.floor(rows) * weights.length, 'the model');
  return Float32Array.from({ length: rows }, (_, row) => {
    let reward = 0;
    for (const [column, weight] of weights.entries()) {
      reward += weight * features[row * weights.length + column]!;
    }
    return reward;
  });
}

const fresh = (features: number): RewardModelState => ({
  step: 0,
  weights: new Float32Array(features),
  moments: noMoments(features)
});

function copyOf(state: RewardModelState | undefined): RewardModelState | undefined {
  return state && structuredClone(state);
}
