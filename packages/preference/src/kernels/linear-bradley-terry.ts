/** The Bradley-Terry loss of a linear reward r(x) = w·x, with its gradient, on typed arrays. */

import { summary } from './reward-summary.js';

export interface LinearPairs {
  /** (pairs, features), row by row: of the preferred completions */
  chosen: Float32Array;
  /** (pairs, features) of the others */
  rejected: Float32Array;
  features: number;
  /** (pairs) by how much the chosen reward should exceed the other */
  margins?: Float32Array | undefined;
}

/** x⁺ + sign · x⁻, (pairs, width) row by row; `width` is at least the features, and what it is more is 0. */
export function combined(
  { chosen, rejected, features }: LinearPairs,
  sign: 1 | -1,
  width: number
): Float32Array {
  const pairs = chosen.length / features;
  const table = new Float32Array(pairs * width);
  for (let pair = 0; pair < pairs; pair++) {
    for (let column = 0; column < features; column++) {
      const at = pair * features + column;
      table[pair * width + column] = chosen[at]! + sign * rejected[at]!;
    }
  }
  return table;
}

/** Named as TRL's `RewardTrainer` logs them. */
export interface RewardMetrics {
  loss: number;
  accuracy: number;
  margin: number;
  min_reward: number;
  mean_reward: number;
  max_reward: number;
}

/**
 * Over the pairs `batch` names. With z = w·(x⁺ − x⁻) − margin and c the coefficient of centring,
 *
 *   loss = mean(−log σ(z)) + c · mean((r⁺ + r⁻)²).
 *
 * The plain tfjs form is `bradleyTerryLoss`; the two agree (tested at each of 300 steps).
 *
 * @param gradient (features) is overwritten with ∂loss/∂w
 */
export function linearBradleyTerry(
  { chosen, rejected, features, margins }: LinearPairs,
  weights: Float32Array,
  batch: Int32Array,
  gradient: Float32Array,
  centerRewardsCoefficient = 0
): RewardMetrics {
  gradient.fill(0);
  const total = summary(batch.length, centerRewardsCoefficient);
  for (const pair of batch) {
    const row = pair * features;
    let [good, bad] = [0, 0];
    for (let column = 0; column < features; column++) {
      const weight = weights[column]!;
      good += chosen[row + column]! * weight;
      bad += rejected[row + column]! * weight;
    }
    const { slope, pull } = total.add(good, bad, margins?.[pair] ?? 0);
    for (let column = 0; column < features; column++) {
      gradient[column] =
        gradient[column]! +
        (slope + pull) * chosen[row + column]! +
        (pull - slope) * rejected[row + column]!;
    }
  }
  return total.metrics();
}
