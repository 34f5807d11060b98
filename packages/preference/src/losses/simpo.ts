/** SimPO: preferences without a reference model. */

import * as tf from '@tensorflow/tfjs-core';
import { smoothedLogistic } from '../tensor/numeric.js';
import {
  belowHalf,
  notNegative,
  positive,
  requireParam,
  requireSameShape
} from '../tensor/shapes.js';
import { pairResult, type PairResult } from './pair-metrics.js';

/** Every tensor has shape (B). */
export interface SimpoInputs {
  /** sums over a completion's tokens, in nats */
  policyChosenLogps: tf.Tensor1D;
  policyRejectedLogps: tf.Tensor1D;
  /** tokens of each completion */
  chosenLengths: tf.Tensor1D;
  rejectedLengths: tf.Tensor1D;
}

export interface SimpoOptions {
  /** β, 2 by default */
  beta?: number;
  /** γ, the target reward margin; 1 by default */
  gamma?: number;
  /** ε in [0, ½) */
  labelSmoothing?: number;
}

/**
 * The loss of SimPO, which needs no reference model: it compares log-probabilities per token.
 *
 * The reward is β · (log-probability per token), and a pair's loss −(1 − ε) log σ(z) − ε log σ(−z) with
 * z = r⁺ − r⁻ − γ. The margin γ is in units of the reward, as in the paper; TRL divides it by β and multiplies back.
 *
 * Source: Meng et al. 2024, eq. 6. TRL: `CPOTrainer.cpo_loss(loss_type="simpo")`.
 *
 * @throws when shapes differ or a parameter is out of range
 * @example
 * ```ts
 * // Sums of log-probabilities, and tokens: per token the first chosen completion is likelier, the second is not.
 * const { loss, rewardsChosen, margins } = simpoLoss(
 *   {
 *     policyChosenLogps: tf.tensor1d([-10, -20]),
 *     policyRejectedLogps: tf.tensor1d([-12, -15]),
 *     chosenLengths: tf.tensor1d([10, 10]),
 *     rejectedLengths: tf.tensor1d([6, 10])
 *   },
 *   { beta: 2, gamma: 1 }
 * );
 * rewardsChosen; // → [-2, -4]
 * margins; // → [2, -1]
 * loss; // → 1.2201
 * ```
 */
export function simpoLoss(
  inputs: SimpoInputs,
  { beta = 2, gamma = 1, labelSmoothing = 0 }: SimpoOptions = {}
): PairResult {
  requireSameShape('simpoLoss', 1, { ...inputs });
  requireParam('simpoLoss', 'beta', beta, '> 0', positive);
  requireParam('simpoLoss', 'gamma', gamma, '>= 0', notNegative);
  requireParam('simpoLoss', 'labelSmoothing', labelSmoothing, 'in [0, 0.5)', belowHalf);
  const chosen = inputs.policyChosenLogps;
  const rejected = inputs.policyRejectedLogps;
  const rewards = {
    chosen: tf.mul<tf.Tensor1D>(beta, tf.div(chosen, inputs.chosenLengths)),
    rejected: tf.mul<tf.Tensor1D>(beta, tf.div(rejected, inputs.rejectedLengths))
  };
  const logits = tf.sub<tf.Tensor1D>(tf.sub(rewards.chosen, rewards.rejected), gamma);
  return pairResult(smoothedLogistic(logits, labelSmoothing), rewards, { chosen, rejected });
}
