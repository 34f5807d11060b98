/** PPO's clipped policy and value losses over the tokens of completions. */

import * as tf from '@tensorflow/tfjs-core';
import { indicator, maskedMean, mean, stopGradient } from '../tensor/numeric.js';
import { notNegative, requireParam, requireSameShape } from '../tensor/shapes.js';

/** Every tensor has shape (B, T). Log-probabilities are each token's, in nats. */
export interface PpoPolicyInputs {
  /** of the policy that is trained */
  newLogprobs: tf.Tensor2D;
  /** of the policy that sampled the tokens; no gradient flows to them */
  oldLogprobs: tf.Tensor2D;
  advantages: tf.Tensor2D;
  /** 1 for a token that counts, else 0 */
  policyMask: tf.Tensor2D;
}

export interface PpoPolicyResult {
  /** over the tokens that count */
  policyLoss: tf.Scalar;
  /** the share of tokens whose clipped objective was the worse */
  policyClipfrac: tf.Scalar;
  /** ½ E[(log ratio)²] over every position, padding (where it is 0) too: what TRL logs */
  approxKlTrlUnmasked: tf.Scalar;
  /** ½ E[(log ratio)²] over the tokens that count */
  approxKlK2Masked: tf.Scalar;
  /** E[ratio − 1 − log ratio] over the tokens that count: Schulman's k3 of KL(π_old‖π_new) */
  approxKlK3Masked: tf.Scalar;
}

/**
 * PPO's policy loss: advantages times ratios, with no reward for moving a ratio beyond the clip range.
 *
 * E[max(−A·ρ, −A·clip(ρ, 1 − c, 1 + c))] over the tokens that count, ρ = π_new/π_old.
 *
 * Source: Schulman et al. 2017, eq. 7 (its negative). TRL: `PPOTrainer.train`.
 *
 * @param options.cliprange c, 0.2 by default
 * @throws when shapes differ or c is negative
 * @example
 * ```ts
 * // Two tokens of one completion have become twice as likely; the third is padding.
 * const { policyLoss, policyClipfrac, approxKlK3Masked } = ppoPolicyLoss(
 *   {
 *     oldLogprobs: tf.tensor2d([[-2, -2, 0]]),
 *     newLogprobs: tf.tensor2d([[-2 + Math.log(2), -2 + Math.log(2), 0]]),
 *     advantages: tf.tensor2d([[1, -1, 0]]),
 *     policyMask: tf.tensor2d([[1, 1, 0]])
 *   },
 *   { cliprange: 0.2 }
 * );
 * // The gain stops at 1.2, the loss does not: (−1.2 + 2) / 2.
 * policyLoss; // → 0.4
 * policyClipfrac; // → 0.5
 * approxKlK3Masked; // → 0.3069
 * ```
 */
export function ppoPolicyLoss(
  { newLogprobs, oldLogprobs, advantages, policyMask }: PpoPolicyInputs,
  { cliprange = 0.2 }: { cliprange?: number } = {}
): PpoPolicyResult {
  requireSameShape('ppoPolicyLoss', 2, { newLogprobs, oldLogprobs, advantages, policyMask });
  requireParam('ppoPolicyLoss', 'cliprange', cliprange, '>= 0', notNegative);
  // On the first step after sampling the two are equal, and may be one tensor: its gradient would cancel.
  const sampled = stopGradient(oldLogprobs);
  // Padding is masked before the exponential, so that nothing there can overflow.
  const logRatio = tf.mul(tf.sub(newLogprobs, sampled), policyMask);
  const ratio = tf.exp(logRatio);
  const unclipped = tf.neg(tf.mul(advantages, ratio));
  const clipped = tf.neg(tf.mul(advantages, tf.clipByValue(ratio, 1 - cliprange, 1 + cliprange)));
  const k2 = tf.mul(0.5, tf.square(logRatio));
  return {
    policyLoss: maskedMean(tf.maximum(unclipped, clipped), policyMask),
    policyClipfrac: maskedMean(indicator(tf.greater(clipped, unclipped)), policyMask),
    approxKlTrlUnmasked: mean(k2),
    approxKlK2Masked: maskedMean(k2, policyMask),
    approxKlK3Masked: maskedMean(tf.sub(tf.expm1(logRatio), logRatio), policyMask)
  };
}

/** Every tensor has shape (B, T). */
export interface PpoValueInputs {
  vpred: tf.Tensor2D;
  /** the values when the completions were sampled */
  oldValues: tf.Tensor2D;
  returns: tf.Tensor2D;
  /** 1 for a position that counts, else 0; TRL's reaches one past the last token */
  valueMask: tf.Tensor2D;
}

export interface PpoValueResult {
  /** over the positions that count */
  valueLoss: tf.Scalar;
  /** the share of positions whose clipped error was the greater */
  valueClipfrac: tf.Scalar;
}

/**
 * PPO's value loss, clipped as the policy loss is.
 *
 * ½ E[max((v − R)², (v_clip − R)²)], v_clip = v_old + clip(v − v_old, −c, c).
 *
 * Source: Schulman et al.'s baselines implementation; Huang et al. 2022, detail 9. TRL: `PPOTrainer.train`.
 *
 * @param options.cliprangeValue c, 0.2 by default
 * @throws when shapes differ or c is negative
 * @example
 * ```ts
 * // Both values were 0, and both returns are 1: the second value, which moved by 0.8, counts as if by 0.2.
 * const { valueLoss, valueClipfrac } = ppoValueLoss(
 *   {
 *     vpred: tf.tensor2d([[0.1, 0.8]]),
 *     oldValues: tf.tensor2d([[0, 0]]),
 *     returns: tf.tensor2d([[1, 1]]),
 *     valueMask: tf.tensor2d([[1, 1]])
 *   },
 *   { cliprangeValue: 0.2 }
 * );
 * valueLoss; // → 0.3625
 * valueClipfrac; // → 0.5
 * ```
 */
export function ppoValueLoss(
  { vpred, oldValues, returns, valueMask }: PpoValueInputs,
  { cliprangeValue = 0.2 }: { cliprangeValue?: number } = {}
): PpoValueResult {
  requireSameShape('ppoValueLoss', 2, { vpred, oldValues, returns, valueMask });
  requireParam('ppoValueLoss', 'cliprangeValue', cliprangeValue, '>= 0', notNegative);
  // Bounds instead of a clipped difference: values inside come out bit for bit, so that none counts as clipped.
  const bounded = tf.maximum(
    tf.minimum(vpred, tf.add(oldValues, cliprangeValue)),
    tf.sub(oldValues, cliprangeValue)
  );
  const unclipped = tf.square(tf.sub(vpred, returns));
  const clipped = tf.square(tf.sub(bounded, returns));
  return {
    valueLoss: tf.mul(0.5, maskedMean(tf.maximum(unclipped, clipped), valueMask)),
    valueClipfrac: maskedMean(indicator(tf.greater(clipped, unclipped)), valueMask)
  };
}

export interface PpoOptions {
  /** of ratios, 0.2 by default */
  cliprange?: number;
  /** of values, 0.2 by default */
  cliprangeValue?: number;
  /** the weight of the value loss; 0.1 by default, as in TRL */
  vfCoef?: number;
}

/**
 * PPO's whole loss, policyLoss + vfCoef · valueLoss. TRL has no entropy bonus, and neither has this.
 *
 * @example
 * ```ts
 * const ones = tf.ones([1, 2]);
 * const { loss, policyLoss, valueLoss } = ppoLoss(
 *   {
 *     oldLogprobs: tf.tensor2d([[-2, -2]]),
 *     newLogprobs: tf.tensor2d([[-2, -1.9]]),
 *     advantages: tf.tensor2d([[0.5, 1]]),
 *     policyMask: ones,
 *     vpred: tf.tensor2d([[0.1, 0.1]]),
 *     oldValues: tf.tensor2d([[0, 0]]),
 *     returns: tf.tensor2d([[1, 1]]),
 *     valueMask: ones
 *   },
 *   { vfCoef: 0.1 }
 * );
 * policyLoss; // → -0.8026
 * valueLoss; // → 0.405
 * loss; // → -0.7621
 * ```
 */
export function ppoLoss(
  inputs: PpoPolicyInputs & PpoValueInputs,
  { vfCoef = 0.1, ...options }: PpoOptions = {}
): PpoPolicyResult & PpoValueResult & { loss: tf.Scalar } {
  requireParam('ppoLoss', 'vfCoef', vfCoef, '>= 0', notNegative);
  const policy = ppoPolicyLoss(inputs, options);
  const value = ppoValueLoss(inputs, options);
  const loss: tf.Scalar = tf.add(policy.policyLoss, tf.mul(vfCoef, value.valueLoss));
  return { loss, ...policy, ...value };
}
