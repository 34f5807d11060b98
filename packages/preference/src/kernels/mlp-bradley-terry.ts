/** The Bradley-Terry loss of a reward with one hidden layer, r(x) = v·relu(x W + b), with its gradient, on typed arrays. */

import type { LinearPairs, RewardMetrics } from './linear-bradley-terry.js';
import { summary } from './reward-summary.js';

/** The parts of a flat array of weights: W (features, hidden) row by row, b (hidden), v (hidden). */
export function layersOf(
  weights: Float32Array,
  features: number,
  hidden: number
): { table: Float32Array; bias: Float32Array; output: Float32Array } {
  const size = features * hidden;
  return {
    table: weights.subarray(0, size),
    bias: weights.subarray(size, size + hidden),
    output: weights.subarray(size + hidden, size + 2 * hidden)
  };
}

/** The reward of the features from `at` on; `units` (hidden) gets what the hidden layer gives. */
export function mlpReward(
  x: Float32Array,
  at: number,
  features: number,
  { table, bias, output }: ReturnType<typeof layersOf>,
  units: Float32Array
): number {
  units.set(bias);
  for (let feature = 0; feature < features; feature++) {
    const value = x[at + feature]!;
    const row = feature * units.length;
    for (let unit = 0; unit < units.length; unit++) {
      units[unit] = units[unit]! + value * table[row + unit]!;
    }
  }
  let reward = 0;
  for (let unit = 0; unit < units.length; unit++) {
    const active = Math.max(units[unit]!, 0);
    units[unit] = active;
    reward += active * output[unit]!;
  }
  return reward;
}

/**
 * As `linearBradleyTerry`, through a hidden layer. An output bias would cancel, as any constant does in a preference.
 *
 * @param weights as `layersOf` says
 * @param batch which pairs
 * @param gradient as the weights, overwritten
 */
export function mlpBradleyTerry(
  { chosen, rejected, features, margins }: LinearPairs,
  weights: Float32Array,
  hidden: number,
  batch: Int32Array,
  gradient: Float32Array,
  centerRewardsCoefficient = 0
): RewardMetrics {
  gradient.fill(0);
  const layers = layersOf(weights, features, hidden);
  const slopes = layersOf(gradient, features, hidden);
  const [goodUnits, badUnits] = [new Float32Array(hidden), new Float32Array(hidden)];
  const total = summary(batch.length, centerRewardsCoefficient);
  for (const pair of batch) {
    const at = pair * features;
    const good = mlpReward(chosen, at, features, layers, goodUnits);
    const bad = mlpReward(rejected, at, features, layers, badUnits);
    const { slope, pull } = total.add(good, bad, margins?.[pair] ?? 0);
    backward(chosen, at, features, goodUnits, pull + slope, layers, slopes);
    backward(rejected, at, features, badUnits, pull - slope, layers, slopes);
  }
  return total.metrics();
}

/** Adds what one reward, whose slope is given, adds to the gradient; `units` is used up. */
function backward(
  x: Float32Array,
  at: number,
  features: number,
  units: Float32Array,
  slope: number,
  { output }: ReturnType<typeof layersOf>,
  into: ReturnType<typeof layersOf>
): void {
  for (let unit = 0; unit < units.length; unit++) {
    const active = units[unit]!;
    into.output[unit] = into.output[unit]! + slope * active;
    const before = active > 0 ? slope * output[unit]! : 0;
    into.bias[unit] = into.bias[unit]! + before;
    units[unit] = before;
  }
  for (let feature = 0; feature < features; feature++) {
    const value = x[at + feature]!;
    const row = feature * units.length;
    for (let unit = 0; unit < units.length; unit++) {
      into.table[row + unit] = into.table[row + unit]! + value * units[unit]!;
    }
  }
}
