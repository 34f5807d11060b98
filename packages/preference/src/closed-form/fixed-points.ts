/** Where policy gradients come to rest, by how the KL enters the objective. Float64, no tensors. */

import { boltzmannPolicy } from './boltzmann.js';
import { expectation } from './distribution.js';

export interface KlTermFixedPoints {
  /** (K) KL in the reward, k2 as a loss, or k3 times the ratio as a loss: the maximiser of E[r] − β KL(π‖π_ref) */
  boltzmann: number[];
  /** (K) k3 as a loss, as in GRPO: the maximiser of E[r] − β KL(π_ref‖π) */
  k3LossFixedPoint: number[];
  /** λ of the second, above the greatest reward */
  lambda: number;
  expectedRewardBoltzmann: number;
  expectedRewardK3: number;
}

/**
 * The two policies that training ends at, by whether the KL is in the reward or k3 in the loss.
 *
 * The gradient of E_π[k3] taken as a loss (samples not differentiated) is that of KL(π_ref‖π), so its fixed point
 * is π(y) = β π_ref(y) / (λ − r(y)), with λ such that it sums to 1. Divided by the Boltzmann policy it is least at
 * r = λ − β, and grows towards the best and the worst rewards. Exact on-policy expectation, ratio 1, advantages
 * r − E[r] without division.
 *
 * Source: the stationarity condition of Shao et al. 2024, eq. 3, without clipping; Tang & Munos 2025.
 *
 * @param ref (K) probabilities, all above 0
 * @param rewards (K)
 * @param beta β > 0
 * @throws as `boltzmannPolicy`, and where a probability is 0
 * @example
 * ```ts
 * // One reward, one β, two ways to hold the policy to the reference: two policies.
 * const { boltzmann, k3LossFixedPoint } = klTermFixedPoints([0.5, 0.3, 0.2], [0, 0.5, 1], 0.25);
 * boltzmann; // → [0.0367, 0.1626, 0.8008]
 * k3LossFixedPoint; // → [0.1172, 0.1324, 0.7504]
 * ```
 */
export function klTermFixedPoints(
  ref: number[],
  rewards: number[],
  beta: number
): KlTermFixedPoints {
  const { policy, expectedReward } = boltzmannPolicy(ref, rewards, beta);
  if (ref.includes(0)) throw new Error('klTermFixedPoints: ref must be above 0 everywhere.');
  const total = (lambda: number) =>
    ref.reduce((sum, p, i) => sum + (beta * p) / (lambda - rewards[i]!), 0);
  // The sum falls from infinity at λ = max r to at most 1 at λ = max r + β.
  let low = Math.max(...rewards);
  let high = low + beta;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (total(middle) > 1) low = middle;
    else high = middle;
  }
  const k3LossFixedPoint = ref.map((p, i) => (beta * p) / (high - rewards[i]!));
  return {
    boltzmann: policy,
    k3LossFixedPoint,
    lambda: high,
    expectedRewardBoltzmann: expectedReward,
    expectedRewardK3: expectation(k3LossFixedPoint, rewards)
  };
}
