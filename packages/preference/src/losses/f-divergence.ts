/** Scores of completions under an f-divergence: what takes the place of the log-ratio in DPO. */

import * as tf from '@tensorflow/tfjs-core';
import { logSigmoid } from '../tensor/numeric.js';

/**
 * The divergences that `dpoLoss` knows, by TRL's names.
 *
 * @example
 * ```ts
 * F_DIVERGENCES; // → ['reverse_kl', 'forward_kl', 'js_divergence', 'alpha_divergence']
 * const batch = {
 *   policyChosenLogps: tf.tensor1d([-10]),
 *   policyRejectedLogps: tf.tensor1d([-14]),
 *   refChosenLogps: tf.tensor1d([-11]),
 *   refRejectedLogps: tf.tensor1d([-13])
 * };
 * dpoLoss(batch, { beta: 0.5, fDivergence: 'reverse_kl' }).loss; // → 0.3133
 * dpoLoss(batch, { beta: 0.5, fDivergence: 'js_divergence' }).loss; // → 0.4741
 * ```
 */
export const F_DIVERGENCES = [
  'reverse_kl',
  'forward_kl',
  'js_divergence',
  'alpha_divergence'
] as const;
/** One of `F_DIVERGENCES`. */
export type FDivergence = (typeof F_DIVERGENCES)[number];

/** TRL's bound on the exponent, so that float32 holds the result. */
const LARGEST_EXPONENT = 80;

/**
 * What takes the place of the log-ratio in DPO where the policy is held to its reference by another divergence.
 *
 * f′(u) of u = π/π_ref, constants that cancel between two completions dropped; x = log u, of any shape:
 *
 *     reverse_kl        x
 *     forward_kl        −e^(−x)
 *     js_divergence     log σ(x)
 *     alpha_divergence  e^((α − 1) x) / (α − 1), and x at α = 1, its limit
 *
 * Source: Wang et al. 2023 (f-DPO), table 1. The α is that of TRL's current `DPOTrainer`
 * (`f_alpha_divergence_coef`); the paper's, which TRL before 0.29 had too, is 1 − α. The two agree at α = 0.5.
 *
 * @param logRatio log π − log π_ref
 * @param alpha of `alpha_divergence`; the others do not heed it
 * @example
 * ```ts
 * const logRatios = tf.tensor1d([-1, 0, 1]);
 * fDivergenceScore(logRatios, 'reverse_kl', 1); // → [-1, 0, 1]
 * // The forward KL punishes a completion that the policy has lost more than it rewards one that it has gained.
 * fDivergenceScore(logRatios, 'forward_kl', 1); // → [-2.7183, -1, -0.3679]
 * fDivergenceScore(logRatios, 'alpha_divergence', 0.5); // → [-3.2974, -2, -1.2131]
 * ```
 */
export function fDivergenceScore<T extends tf.Tensor>(
  logRatio: T,
  divergence: FDivergence,
  alpha: number
): T {
  switch (divergence) {
    case 'reverse_kl':
      return logRatio;
    case 'forward_kl':
      return tf.neg(tf.exp(tf.neg(logRatio)));
    case 'js_divergence':
      return logSigmoid(logRatio);
    case 'alpha_divergence': {
      if (Math.abs(alpha - 1) < 1e-6) return logRatio;
      const exponent = tf.minimum(tf.mul(alpha - 1, logRatio), LARGEST_EXPONENT);
      return tf.div(tf.exp(exponent), alpha - 1);
    }
  }
}
