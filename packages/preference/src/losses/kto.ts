/** KTO: learning from completions that are each called good or bad, without pairs. */

import * as tf from '@tensorflow/tfjs-core';
import { mean, stopGradient } from '../tensor/numeric.js';
import { notNegative, positive, requireParam, requireSameShape } from '../tensor/shapes.js';

/** Log-probabilities are sums over a completion's tokens, in nats. Every tensor has shape (B). */
export interface KtoInputs {
  logps: tf.Tensor1D;
  /** of the reference: no gradient flows to them */
  refLogps: tf.Tensor1D;
  /** 1 for a desirable completion, 0 for an undesirable one */
  labels: tf.Tensor1D;
}

export interface KtoOptions {
  /** β, 0.1 by default */
  beta?: number;
  /** the reference point z₀: an estimate of KL(π‖π_ref) in nats, a constant to the gradient; 0 by default */
  kl?: number;
  /** λ_D and λ_U, 1 by default */
  desirableWeight?: number;
  undesirableWeight?: number;
}

export interface KtoResult {
  /** the mean of `per` */
  loss: tf.Scalar;
  /** (B) */
  per: tf.Tensor1D;
  /** (B) implicit rewards β(log π − log π_ref) */
  rewards: tf.Tensor1D;
}

/**
 * The loss of KTO, which learns from completions that are each called good or bad.
 *
 * λ_D (1 − σ(β(x − z₀))) for desirable completions, λ_U (1 − σ(β(z₀ − x))) for the others, x = log π − log π_ref,
 * averaged over the batch.
 *
 * Source: Ethayarajh et al. 2024, eq. 7. TRL: `KTOTrainer`.
 *
 * @throws when shapes differ or a parameter is out of range
 * @example
 * ```ts
 * // One good completion, which the policy has made likelier than the reference, and a bad one, likewise.
 * const { per, rewards, loss } = ktoLoss(
 *   {
 *     logps: tf.tensor1d([-8, -8]),
 *     refLogps: tf.tensor1d([-18, -18]),
 *     labels: tf.tensor1d([1, 0])
 *   },
 *   { beta: 0.1, kl: 2 }
 * );
 * rewards; // → [1, 1]
 * per; // → [0.31, 0.69]
 * loss; // → 0.5
 * ```
 */
export function ktoLoss(
  { logps, refLogps, labels }: KtoInputs,
  { beta = 0.1, kl = 0, desirableWeight = 1, undesirableWeight = 1 }: KtoOptions = {}
): KtoResult {
  requireSameShape('ktoLoss', 1, { logps, refLogps, labels });
  requireParam('ktoLoss', 'beta', beta, '> 0', positive);
  requireParam('ktoLoss', 'kl', kl, 'a number', Number.isFinite);
  requireParam('ktoLoss', 'desirableWeight', desirableWeight, '>= 0', notNegative);
  requireParam('ktoLoss', 'undesirableWeight', undesirableWeight, '>= 0', notNegative);
  // Before the first step the policy is its reference, and may be the same tensor: its gradient would cancel.
  const logratios = tf.sub(logps, stopGradient(refLogps));
  const sign = tf.sub(tf.mul(2, labels), 1);
  const weights = tf.add(
    tf.mul(desirableWeight, labels),
    tf.mul(undesirableWeight, tf.sub(1, labels))
  );
  // 1 − σ(y) = σ(−y)
  const away = tf.sigmoid(tf.mul(-beta, tf.mul(sign, tf.sub(logratios, kl))));
  const per: tf.Tensor1D = tf.mul(weights, away);
  return { loss: mean(per), per, rewards: tf.mul(beta, logratios) };
}
