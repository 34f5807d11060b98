/** GRPO and its family: clipped policy losses with one advantage a completion. */

import * as tf from '@tensorflow/tfjs-core';
import { k3 } from '../estimators/kl.js';
import { indicator, maskedMean, mean, stopGradient } from '../tensor/numeric.js';
import {
  notNegative,
  positive,
  requireParam,
  requireSameShape,
  requireShape
} from '../tensor/shapes.js';
import { GRPO_OBJECTIVES, GRPO_REDUCTIONS, type GrpoLossType } from './grpo-variants.js';

export interface GrpoInputs {
  /** (B, T) each token's log-probability, in nats */
  logps: tf.Tensor2D;
  /** (B, T) of the policy that sampled them; no gradient flows to them */
  oldLogps: tf.Tensor2D;
  /** (B, T) of the reference, likewise; needed where beta > 0 */
  refLogps?: tf.Tensor2D | undefined;
  /** (B, T) 1 for a token of the completion, else 0 */
  mask: tf.Tensor2D;
  /** (B) */
  advantages: tf.Tensor1D;
}

export interface GrpoOptions {
  /** `grpo` by default */
  lossType?: GrpoLossType;
  /** β of the k3 penalty, added to each token's loss; 0, the default, leaves it out */
  beta?: number;
  /** ratios are clipped to [1 − epsilon, 1 + epsilonHigh]; both 0.2 by default */
  epsilon?: number;
  epsilonHigh?: number;
  /** the ratio's bound on the side that clipping leaves open (INTELLECT-2); none by default */
  delta?: number | undefined;
  /** a ratio a token, or the geometric mean of a sequence's (GSPO, Zheng et al. 2025); `token` by default */
  importanceSamplingLevel?: 'token' | 'sequence';
  /** T_max that `dr_grpo` divides by */
  maxCompletionLength?: number | undefined;
  /** tokens of the global batch that `dapo` and `cispo` divide by; this batch's by default */
  numItemsInBatch?: number | undefined;
  /** multiplies k3 by the ratio, which makes its gradient that of the KL (TRL `use_bias_correction_kl`) */
  biasCorrectionKl?: boolean;
  /** temperatures of `sapo` for advantages above 0, and for the others */
  sapoTemperaturePos?: number;
  sapoTemperatureNeg?: number;
}

export interface GrpoResult {
  loss: tf.Scalar;
  /** (B, T), 0 outside the mask */
  perTokenLoss: tf.Tensor2D;
  /** mean k3 over the tokens; only where beta > 0 */
  kl?: tf.Scalar;
  /** the share of tokens (of sequences at sequence level) that clipping touched; not for `cispo` and `sapo` */
  'clip_ratio/low_mean'?: tf.Scalar;
  'clip_ratio/high_mean'?: tf.Scalar;
  'clip_ratio/region_mean'?: tf.Scalar;
}

/**
 * The loss of GRPO and its family: PPO's clipped loss with one advantage a completion, and no value function.
 *
 * With ρ = π/π_old of a token (or of its sequence) and A its completion's advantage:
 *
 *     perToken = objective(ρ, A) + β · k3(π, π_ref),   loss = reduction(perToken)
 *
 * where `lossType` names both. k3 as a penalty has the gradient of
 * KL(π_ref‖π), not of KL(π‖π_ref): its optimum is not the Boltzmann policy.
 *
 * Source: Shao et al. 2024, eq. 3; the variants name their own. TRL: `GRPOTrainer._compute_loss`, one process and
 * no gradient accumulation.
 *
 * @throws when shapes do not agree, a parameter is out of range, or an input that it asks for is missing
 * @example
 * ```ts
 * // Two completions of one prompt: three tokens that were rewarded, and one that was not.
 * const logps = tf.tensor2d([[-1, -1, -1], [-1, 0, 0]]);
 * const batch = {
 *   oldLogps: logps,
 *   mask: tf.tensor2d([[1, 1, 1], [1, 0, 0]]),
 *   advantages: tf.tensor1d([1, -1])
 * };
 * grpoLoss({ logps, ...batch }).loss; // → 0
 * // The loss is 0 and its gradient is not: a token of the longer completion weighs a third of the other's.
 * tf.grad((x) => grpoLoss({ logps: x, ...batch }).loss)(logps); // → [[-0.1667, -0.1667, -0.1667], [0.5, 0, 0]]
 * // Dr. GRPO weighs all tokens alike.
 * const drGrpo = { lossType: 'dr_grpo', maxCompletionLength: 3 };
 * tf.grad((x) => grpoLoss({ logps: x, ...batch }, drGrpo).loss)(logps); // → [[-0.1667, -0.1667, -0.1667], [0.1667, 0, 0]]
 * ```
 */
export function grpoLoss(inputs: GrpoInputs, options: GrpoOptions = {}): GrpoResult {
  const { logps, oldLogps, refLogps, mask, advantages } = inputs;
  const { lossType = 'grpo', beta = 0, epsilon = 0.2, epsilonHigh = 0.2, delta } = options;
  requireSameShape('grpoLoss', 2, { logps, oldLogps, refLogps, mask });
  requireShape('grpoLoss', 'advantages', advantages, [logps.shape[0]]);
  requireParam('grpoLoss', 'beta', beta, '>= 0', notNegative);
  requireParam('grpoLoss', 'epsilon', epsilon, '>= 0', notNegative);
  requireParam('grpoLoss', 'epsilonHigh', epsilonHigh, '>= 0', notNegative);
  if (delta !== undefined) requireParam('grpoLoss', 'delta', delta, '> 0', positive);
  if (!Object.hasOwn(GRPO_OBJECTIVES, lossType)) {
    const known = Object.keys(GRPO_OBJECTIVES).join(', ');
    throw new Error(`grpoLoss: lossType must be one of ${known}; got ${lossType}.`);
  }

  const perSequence = options.importanceSamplingLevel === 'sequence';
  const column = tf.reshape(advantages, [-1, 1]);
  // On the first step after sampling the two are equal, and may be one tensor: its gradient would cancel.
  const sampled = stopGradient(oldLogps);
  // Padding is masked before any exponential, so that nothing there can overflow.
  const logRatio: tf.Tensor2D = tf.mul(tf.sub(logps, sampled), mask);
  const lengths = tf.maximum(tf.sum(mask, 1, true), 1);
  const ratio: tf.Tensor2D = tf.exp<tf.Tensor2D>(
    perSequence ? tf.div<tf.Tensor2D>(tf.sum(logRatio, 1, true), lengths) : logRatio
  );
  const { objective, clipping } = GRPO_OBJECTIVES[lossType]({
    ratio,
    logps,
    advantages: column as tf.Tensor2D,
    epsilon,
    epsilonHigh,
    delta,
    sapoTemperaturePos: options.sapoTemperaturePos ?? 1,
    sapoTemperatureNeg: options.sapoTemperatureNeg ?? 1.05
  });
  let perToken = objective;
  const result: Partial<GrpoResult> = {};
  if (beta > 0) {
    if (refLogps === undefined) throw new Error('grpoLoss: beta > 0 needs refLogps.');
    const penalty = k3(tf.mul(logps, mask), tf.mul(stopGradient(refLogps), mask));
    result.kl = maskedMean(penalty, mask);
    const corrected = options.biasCorrectionKl === true ? tf.mul(penalty, ratio) : penalty;
    perToken = tf.add(perToken, tf.mul(beta, corrected));
  }
  if (clipping !== undefined) {
    const share = (clipped: tf.Tensor) =>
      perSequence ? mean(indicator(clipped)) : maskedMean(indicator(clipped), mask);
    result['clip_ratio/low_mean'] = share(clipping.low);
    result['clip_ratio/high_mean'] = share(clipping.high);
    result['clip_ratio/region_mean'] = share(tf.logicalOr(clipping.low, clipping.high));
  }
  const perTokenLoss: tf.Tensor2D = tf.mul(perToken, mask);
  const loss = GRPO_REDUCTIONS[lossType]({ perTokenLoss, mask, ...options });
  return { loss, perTokenLoss, ...result };
}
