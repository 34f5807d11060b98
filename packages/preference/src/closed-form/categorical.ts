/** Divergences of two categorical distributions, and the exact moments of their estimators. Float64, no tensors. */

import { entropy, expectation, klDivergence, requireDistribution } from './distribution.js';

export interface CategoricalDivergences {
  /** KL(p‖q) and KL(q‖p), nats */
  klPQ: number;
  klQP: number;
  /** E_p of k1, k2, k3 (see `estimators/kl`); k1 and k3 have the mean KL(p‖q) */
  expectK1: number;
  expectK2: number;
  expectK3: number;
  /** Var_p of k1 and k3 */
  varK1: number;
  varK3: number;
  entropyP: number;
  /** ½ KL(p‖m) + ½ KL(q‖m), m = (p + q)/2 */
  jsd: number;
}

/**
 * How far two categorical distributions are apart, and how good the estimators of their KL are.
 *
 * Source: Schulman 2020, "Approximating KL divergence"; Lin 1991 for the Jensen-Shannon divergence.
 *
 * @param p (K) probabilities
 * @param q (K) probabilities, above 0 where p is
 * @throws when either is no distribution, or lengths differ
 * @example
 * ```ts
 * const { klPQ, klQP, expectK2, varK1, varK3 } = categoricalDivergences([0.5, 0.3, 0.2], [0.3, 0.3, 0.4]);
 * klPQ; // → 0.1168
 * klQP; // → 0.124
 * expectK2; // → 0.1133
 * // k1 and k3 have the same mean, and k3 the smaller variance.
 * varK1; // → 0.2129
 * varK3; // → 0.0113
 * ```
 */
export function categoricalDivergences(p: number[], q: number[]): CategoricalDivergences {
  requireDistribution('categoricalDivergences', 'p', p, { q });
  requireDistribution('categoricalDivergences', 'q', q);
  // Where p is 0 nothing is sampled, so whatever stands there has no weight.
  const logRatio = p.map((pi, i) => (pi === 0 ? 0 : Math.log(pi / q[i]!)));
  const k3 = logRatio.map((x) => Math.expm1(-x) + x);
  const middle = p.map((pi, i) => (pi + q[i]!) / 2);
  const variance = (x: number[]) => {
    const mean = expectation(p, x);
    return expectation(
      p,
      x.map((xi) => (xi - mean) ** 2)
    );
  };
  return {
    klPQ: klDivergence(p, q),
    klQP: klDivergence(q, p),
    expectK1: expectation(p, logRatio),
    expectK2: expectation(
      p,
      logRatio.map((x) => x ** 2 / 2)
    ),
    expectK3: expectation(p, k3),
    varK1: variance(logRatio),
    varK3: variance(k3),
    entropyP: entropy(p),
    jsd: (klDivergence(p, middle) + klDivergence(q, middle)) / 2
  };
}
