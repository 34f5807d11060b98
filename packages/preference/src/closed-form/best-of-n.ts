/** The distribution of the best of n samples, exactly, ties included. Float64, no tensors. */

import { expectation, klDivergence, requireDistribution } from './distribution.js';

export interface BestOfN {
  /** (K) */
  policy: number[];
  /** KL(policy‖ref), nats */
  kl: number;
  /** log n − (n − 1)/n: what the KL would be without ties and with infinitely many completions */
  klBound: number;
  /** never negative */
  boundMinusKl: number;
  expectedReward: number;
  /** the probability that it beats one sample of ref, a tie counting half; at most n/(n + 1) */
  winRateVsRef: number;
  winRateBound: number;
}

/**
 * The distribution of the best of n samples, exactly.
 *
 * Of n independent samples of `ref` the one with the greatest reward is kept, among equals one at random. With F
 * the distribution function of the reward, a reward level v gets F(v)ⁿ − F(v⁻)ⁿ, which its completions share in
 * proportion to `ref`.
 *
 * Source: Stiennon et al. 2020; the KL bound: Hilton & Gao 2022; with ties: Beirami et al. 2024.
 *
 * @param ref (K) probabilities
 * @param rewards (K)
 * @param n samples, an integer of at least 1
 * @throws when `ref` is no distribution, lengths differ or n is none
 * @example
 * ```ts
 * // Four completions, equally likely; the best of 4 samples.
 * const { policy, kl, klBound, winRateVsRef } = bestOfN([0.25, 0.25, 0.25, 0.25], [0, 1, 2, 3], 4);
 * policy; // → [0.0039, 0.0586, 0.2539, 0.6836]
 * kl; // → 0.5903
 * klBound; // → 0.6363
 * winRateVsRef; // → 0.7793
 * ```
 */
export function bestOfN(ref: number[], rewards: number[], n: number): BestOfN {
  requireDistribution('bestOfN', 'ref', ref, { rewards });
  if (!Number.isInteger(n) || n < 1) {
    throw new Error(`bestOfN: n must be an integer of at least 1; got ${n}.`);
  }
  const levels = new Map<number, { mass: number; members: number[] }>();
  rewards.forEach((reward, i) => {
    const level = levels.get(reward) ?? { mass: 0, members: [] };
    level.mass += ref[i]!;
    level.members.push(i);
    levels.set(reward, level);
  });
  const policy = new Array<number>(ref.length).fill(0);
  let winRateVsRef = 0;
  let below = 0;
  for (const [, { mass, members }] of [...levels].sort(([a], [b]) => a - b)) {
    const upTo = below + mass;
    const share = mass === 0 ? 0 : (upTo ** n - below ** n) / mass;
    for (const i of members) policy[i] = ref[i]! * share;
    winRateVsRef += share * mass * (below + mass / 2);
    below = upTo;
  }
  const kl = klDivergence(policy, ref);
  const klBound = Math.log(n) - (n - 1) / n;
  return {
    policy,
    kl,
    klBound,
    boundMinusKl: klBound - kl,
    expectedReward: expectation(policy, rewards),
    winRateVsRef,
    winRateBound: n / (n + 1)
  };
}
