/** Estimators of the KL divergence between policies, a token at a time, as tensors. */

import * as tf from '@tensorflow/tfjs-core';

/**
 * The plain estimator of KL(π‖π_ref).
 *
 * k1 = log π − log π_ref of tokens sampled from π: unbiased for KL(π‖π_ref), of either sign, and of zero expected
 * gradient as a loss. Any shape. Source: Schulman 2020, "Approximating KL divergence".
 *
 * @example
 * ```ts
 * const logps = tf.tensor1d([-1, -2]);
 * const refLogps = tf.tensor1d([-2, -1.5]);
 * k1(logps, refLogps); // → [1, -0.5]
 * ```
 */
export function k1<T extends tf.Tensor>(logp: T, refLogp: T): T {
  return tf.sub(logp, refLogp);
}

/**
 * The estimator of KL(π‖π_ref) whose gradient is right.
 *
 * k2 = ½ (log π − log π_ref)²: biased as an estimate, while as a loss its expected gradient is that of
 * KL(π‖π_ref). Any shape. Source: as `k1`.
 *
 * @example
 * ```ts
 * const logps = tf.tensor1d([-1, -2]);
 * const refLogps = tf.tensor1d([-2, -1.5]);
 * k2(logps, refLogps); // → [0.5, 0.125]
 * ```
 */
export function k2<T extends tf.Tensor>(logp: T, refLogp: T): T {
  return tf.mul(0.5, tf.square(tf.sub(logp, refLogp)));
}

/**
 * The estimator of KL(π‖π_ref) that is unbiased and never negative.
 *
 * k3 = e^(−x) − 1 + x with x = log π − log π_ref: unbiased and never negative; as a loss its expected gradient is
 * that of KL(π_ref‖π). Any shape. Source: as `k1`; Shao et al. 2024 (GRPO), eq. 4.
 *
 * @example
 * ```ts
 * const logps = tf.tensor1d([-1, -2]);
 * const refLogps = tf.tensor1d([-2, -1.5]);
 * // Never negative, where k1 of the second is −0.5.
 * k3(logps, refLogps); // → [0.3679, 0.1487]
 * ```
 */
export function k3<T extends tf.Tensor>(logp: T, refLogp: T): T {
  const logRatio = tf.sub(refLogp, logp);
  return tf.sub(tf.expm1(logRatio), logRatio);
}
