/** The optimum of reward minus KL: the Boltzmann policy. Float64, no tensors. */

import { expectation, klDivergence, requireDistribution } from './distribution.js';

export interface Boltzmann {
  /** (K) π* */
  policy: number[];
  /** log Z, Z = Σ π_ref e^(r/β) */
  logZ: number;
  /** E_π*[r] */
  expectedReward: number;
  /** KL(π*‖π_ref), nats */
  kl: number;
  /** E[r] − β KL = β log Z; its gradient with respect to the rewards is the policy */
  objective: number;
  /** (K) r − β log Z = β log(π*(y)/π_ref(y)): what DPO's implicit reward recovers */
  implicitRewardMinusBetaLogZ: number[];
}

/**
 * The optimum of reward minus KL, which RLHF and DPO aim at.
 *
 * π*(y) = π_ref(y) e^(r(y)/β) / Z maximises E_π[r] − β KL(π‖π_ref).
 *
 * Source: Rafailov et al. 2023, eq. 4 and 5; Korbak et al. 2022.
 *
 * @param ref (K) probabilities
 * @param rewards (K)
 * @param beta β > 0
 * @throws when `ref` is no distribution, lengths differ or β is not above 0
 * @example
 * ```ts
 * // Three completions; the best is worth 1 more than the others.
 * const ref = [0.5, 0.3, 0.2];
 * const { policy, kl, expectedReward } = boltzmannPolicy(ref, [0, 0, 1], 0.5);
 * policy; // → [0.2195, 0.1317, 0.6488]
 * kl; // → 0.4744
 * expectedReward; // → 0.6488
 * // The stronger the KL is weighted, the nearer the policy stays to the reference.
 * boltzmannPolicy(ref, [0, 0, 1], 10).policy; // → [0.4897, 0.2938, 0.2165]
 * ```
 */
export function boltzmannPolicy(ref: number[], rewards: number[], beta: number): Boltzmann {
  requireDistribution('boltzmannPolicy', 'ref', ref, { rewards });
  if (!(beta > 0)) throw new Error(`boltzmannPolicy: beta must be above 0; got ${beta}.`);
  const largest = Math.max(...rewards.filter((_, i) => ref[i]! > 0));
  const weights = ref.map((p, i) => (p === 0 ? 0 : p * Math.exp((rewards[i]! - largest) / beta)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const policy = weights.map((weight) => weight / total);
  const logZ = Math.log(total) + largest / beta;
  return {
    policy,
    logZ,
    expectedReward: expectation(policy, rewards),
    kl: klDivergence(policy, ref),
    objective: beta * logZ,
    implicitRewardMinusBetaLogZ: rewards.map((reward) => reward - beta * logZ)
  };
}
