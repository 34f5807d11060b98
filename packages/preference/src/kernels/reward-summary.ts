/** What the Bradley-Terry losses share: the loss of one pair of rewards, its slope, and the metrics of them all. */

import type { RewardMetrics } from './linear-bradley-terry.js';

export interface RewardSummary {
  /**
   * Counts a pair in. With z = good − bad − margin,
   *
   *   loss = −log σ(z) + c (good + bad)².
   *
   * @returns the slope of the mean loss in `good` is pull + slope, in `bad` it is pull − slope
   */
  add(good: number, bad: number, margin: number): { slope: number; pull: number };
  metrics(): RewardMetrics;
}

export function summary(pairs: number, centerRewardsCoefficient: number): RewardSummary {
  const share = 1 / pairs;
  let [loss, accurate, margins, sum] = [0, 0, 0, 0];
  let [least, most] = [Infinity, -Infinity];
  return {
    add(good, bad, margin) {
      const z = good - bad - margin;
      // −log σ(z) and σ(−z), for any z.
      const tail = Math.exp(-Math.abs(z));
      const both = good + bad;
      loss += Math.max(-z, 0) + Math.log1p(tail) + centerRewardsCoefficient * both * both;
      if (good > bad) accurate++;
      margins += good - bad;
      sum += both;
      least = Math.min(least, good, bad);
      most = Math.max(most, good, bad);
      return {
        slope: (-share * (z >= 0 ? tail : 1)) / (1 + tail),
        pull: 2 * centerRewardsCoefficient * both * share
      };
    },
    metrics: () => ({
      loss: loss * share,
      accuracy: accurate * share,
      margin: margins * share,
      min_reward: least,
      mean_reward: (sum * share) / 2,
      max_reward: most
    })
  };
}
