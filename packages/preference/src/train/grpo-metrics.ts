/** What GRPO reports, under the names that TRL logs. */

import { meanOf } from './ppo-metrics.js';
import type { Rollout } from './rollout.js';

/** Of one update. */
export interface GrpoUpdateMetrics {
  loss: number;
  /** nats a token */
  entropy: number;
  /** mean k3 a token from the reference; only where beta > 0 */
  kl?: number;
  /** Not for cispo and sapo. */
  'clip_ratio/low_mean'?: number;
  'clip_ratio/high_mean'?: number;
  'clip_ratio/region_mean'?: number;
}

/** A step's: those of its updates are their means. Lengths are in tokens, the end with them. */
export interface GrpoMetrics extends GrpoUpdateMetrics {
  reward: number;
  /** sample standard deviation over all completions of the step */
  reward_std: number;
  /** the share of groups that all got the same reward: nothing is learned from them */
  frac_reward_zero_std: number;
  'completions/mean_length': number;
  'completions/min_length': number;
  'completions/max_length': number;
  /** the share that did not end */
  'completions/clipped_ratio': number;
  /** of those that ended; 0 where none did */
  'completions/mean_terminated_length': number;
  learning_rate: number;
}

export function grpoMetrics(
  { rows, scores, ended }: Rollout,
  fracRewardZeroStd: number,
  updates: readonly GrpoUpdateMetrics[],
  learningRate: number
): GrpoMetrics {
  const names = Object.keys(updates[0]!) as (keyof GrpoUpdateMetrics)[];
  const means = Object.fromEntries(
    names.map((name) => [name, meanOf(updates.map((one) => one[name]!))])
  ) as unknown as GrpoUpdateMetrics;
  const reward = meanOf(scores);
  const squares = scores.reduce((sum, score) => sum + (score - reward) ** 2, 0);
  const lengths = rows.map(({ completion }) => completion.length);
  return {
    ...means,
    reward,
    reward_std: Math.sqrt(squares / Math.max(1, scores.length - 1)),
    frac_reward_zero_std: fracRewardZeroStd,
    'completions/mean_length': meanOf(lengths),
    'completions/min_length': Math.min(...lengths),
    'completions/max_length': Math.max(...lengths),
    'completions/clipped_ratio': meanOf(ended.map((one) => (one ? 0 : 1))),
    'completions/mean_terminated_length': meanOf(lengths.filter((_, b) => ended[b])),
    learning_rate: learningRate
  };
}
