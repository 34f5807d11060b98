/** A reward model from preference pairs: linear, or with one hidden layer. */

import type { Moments } from '../kernels/adam.js';
import { parametersOf, untrained, type RewardTask } from '../kernels/kernel.js';
import {
  linearBradleyTerry,
  type LinearPairs,
  type RewardMetrics
} from '../kernels/linear-bradley-terry.js';
import { layersOf, mlpBradleyTerry, mlpReward } from '../kernels/mlp-bradley-terry.js';
import type { RewardLoss } from '../kernels/plain-tfjs.js';
import { Random } from '../random.js';
import { runTask, type TaskOptions } from './run-task.js';
import { Batches, requireCount, requireFinite, requireLength, type Report } from './train-loop.js';

export interface RewardModelOptions extends TaskOptions<RewardMetrics> {
  /** Units of a hidden layer with relu, r(x) = v·relu(x W + b). Default 0: none, r(x) = w·x. */
  hidden?: number | undefined;
  /** Another loss than Bradley-Terry's, of tensors; metrics stay those of Bradley-Terry. It runs on TensorFlow.js. */
  loss?: RewardLoss | undefined;
  /** c of c · mean((r⁺ + r⁻)²). Default 0. */
  centerRewardsCoefficient?: number | undefined;
  /** Go on from here: nothing in it is changed. */
  state?: RewardModelState | undefined;
}

/** All that is needed to use the model, or to go on. */
export interface RewardModelState {
  step: number;
  /** Of the data it was fitted to. */
  features: number;
  /** Units of the hidden layer; 0: none. */
  hidden: number;
  /** w (features); with a hidden layer W (features, hidden) row by row, then b (hidden), then v (hidden). */
  weights: Float32Array;
  moments: Moments;
}

/**
 * Fits a reward by Adam on the Bradley-Terry loss. A linear one begins at w = 0, a hidden layer at weights that the seed
 * gives. Pure: the same data, options and state give the same result on one backend.
 *
 * Source: Ouyang et al. 2022, eq. 1; metrics as TRL's `RewardTrainer`; W and v begin as in He et al. 2015, eq. 10.
 *
 * @param data features of (pairs, features), row by row
 * @param options learningRate is 0.05 by default, 0.005 with a hidden layer
 * @returns the state, and what was reported on the way
 * @throws {RangeError} where lengths do not fit, a value is not finite, or training diverges
 * @throws {BackendError} where the backend that was asked for cannot be had
 * @example
 * ```ts
 * // Four pairs with two features, a length and a politeness: the polite response is always preferred.
 * const data = {
 *   features: 2,
 *   chosen: Float32Array.of(1, 1, 3, 1, 2, 1, 5, 1),
 *   rejected: Float32Array.of(2, 0, 1, 0, 4, 0, 3, 0)
 * };
 * const [model, reports] = await fitRewardModel(data, { steps: 200, backend: 'cpu' });
 * reports.at(0).metrics.loss; // → 0.4905
 * reports.at(-1).metrics.loss; // → 0.0192
 * // The length goes for nothing, the politeness for the whole reward.
 * model.weights; // → [0.0798, 3.9394]
 * ```
 */
export async function fitRewardModel(
  data: LinearPairs,
  options: RewardModelOptions
): Promise<[RewardModelState, Report<RewardMetrics>[]]> {
  requireData(data);
  const { batchSize, seed = 0, centerRewardsCoefficient = 0, state: begun } = options;
  const { features } = data;
  const hidden = options.hidden ?? begun?.hidden ?? 0;
  requireCount('hidden', hidden, 0);
  const { learningRate = hidden === 0 ? 0.05 : 0.005 } = options;
  const task: RewardTask = { kind: 'reward', pairs: data, hidden, centerRewardsCoefficient };
  if (begun) requireLength('state.weights', begun.weights.length, parametersOf(task), 'the data');
  const batches = new Batches(data.chosen.length / features, batchSize, seed);
  const gradient = new Float32Array(parametersOf(task));
  const start = begun
    ? { parameters: begun.weights, moments: begun.moments }
    : untrained(firstWeights(features, hidden, seed));
  const [{ parameters, moments }, reports] = await runTask<RewardMetrics>(
    {
      task,
      batchAt: (step) => batches.at(step),
      batchSize: batches.size,
      adam: { learningRate }
    },
    begun?.step ?? 0,
    start,
    options,
    (weights, batch) =>
      hidden === 0
        ? linearBradleyTerry(data, weights, batch, gradient, centerRewardsCoefficient)
        : mlpBradleyTerry(data, weights, hidden, batch, gradient, centerRewardsCoefficient),
    { reward: options.loss }
  );
  const step = Math.max(options.steps, begun?.step ?? 0);
  return [structuredClone({ step, features, hidden, weights: parameters, moments }), reports];
}

/**
 * @param features (rows, features) row by row @returns (rows)
 *
 * @example
 * ```ts
 * const data = {
 *   features: 2,
 *   chosen: Float32Array.of(1, 1, 3, 1),
 *   rejected: Float32Array.of(2, 0, 1, 0)
 * };
 * const [model] = await fitRewardModel(data, { steps: 100, backend: 'cpu' });
 * // Two responses: a long one, and a short and polite one.
 * const [long, polite] = rewardsOf(model, Float32Array.of(6, 0, 2, 1));
 * polite - long; // → 2.0092
 * ```
 */
export function rewardsOf(
  { weights, features: width, hidden }: RewardModelState,
  features: Float32Array
): Float32Array {
  const rows = features.length / width;
  requireLength('features', features.length, Math.floor(rows) * width, 'the model');
  const units = new Float32Array(hidden);
  const layers = layersOf(weights, width, hidden);
  return Float32Array.from({ length: rows }, (_, row) => {
    if (hidden > 0) return mlpReward(features, row * width, width, layers, units);
    let reward = 0;
    for (let column = 0; column < width; column++) {
      reward += weights[column]! * features[row * width + column]!;
    }
    return reward;
  });
}

function requireData({ features, chosen, rejected, margins }: LinearPairs): void {
  requireCount('features', features, 1);
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
}

/** Zeros; a hidden layer of zeros would learn nothing, so that its W and v are normal, as large as relu wants them. */
function firstWeights(features: number, hidden: number, seed: number): Float32Array {
  if (hidden === 0) return new Float32Array(features);
  const weights = new Float32Array((features + 2) * hidden);
  const { table, output } = layersOf(weights, features, hidden);
  const random = new Random(seed);
  for (const [layer, inputs] of [
    [table, features],
    [output, hidden]
  ] as const) {
    for (let index = 0; index < layer.length; index++) {
      layer[index] = random.normal() * Math.sqrt(2 / inputs);
    }
  }
  return weights;
}
