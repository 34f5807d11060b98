/** The odds-ratio term of ORPO. */

import * as tf from '@tensorflow/tfjs-core';
import { log1mexp, logSigmoid, mean } from '../tensor/numeric.js';
import { notNegative, requireParam, requireSameShape } from '../tensor/shapes.js';

/** Log-probabilities per token (their mean over a completion), in nats, below 0. Every tensor has shape (B). */
export interface OrpoInputs {
  avgChosenLogps: tf.Tensor1D;
  avgRejectedLogps: tf.Tensor1D;
}

export interface OrpoResult {
  /** the term's mean: ORPO's whole loss is the chosen completions' negative log-likelihood plus this */
  loss: tf.Scalar;
  /** (B) */
  perPair: tf.Tensor1D;
  /** (B) log odds(chosen) − log odds(rejected) */
  logOddsRatio: tf.Tensor1D;
}

/**
 * What ORPO adds to supervised fine-tuning: it raises the odds of the chosen completion over the other's.
 *
 * −β log σ(log odds⁺ − log odds⁻) with log odds = x − log(1 − eˣ). β is the paper's λ. TRL's
 * `odds_ratio_loss` returns the negative of this and subtracts it.
 *
 * Source: Hong et al. 2024. TRL: `ORPOTrainer.odds_ratio_loss`.
 *
 * @throws when shapes differ or β is negative
 * @example
 * ```ts
 * // A token of the chosen completion has probability ½ on (geometric) average, one of the other ⅓: odds of 1 against ½.
 * const { logOddsRatio, loss } = orpoLoss(
 *   {
 *     avgChosenLogps: tf.tensor1d([Math.log(1 / 2)]),
 *     avgRejectedLogps: tf.tensor1d([Math.log(1 / 3)])
 *   },
 *   { beta: 0.1 }
 * );
 * logOddsRatio; // → [0.6931]
 * loss; // → 0.0405
 * ```
 */
export function orpoLoss(
  { avgChosenLogps, avgRejectedLogps }: OrpoInputs,
  { beta = 0.1 }: { beta?: number } = {}
): OrpoResult {
  requireSameShape('orpoLoss', 1, { avgChosenLogps, avgRejectedLogps });
  requireParam('orpoLoss', 'beta', beta, '>= 0', notNegative);
  const logOddsRatio: tf.Tensor1D = tf.sub(
    tf.sub(avgChosenLogps, avgRejectedLogps),
    tf.sub(log1mexp(avgChosenLogps), log1mexp(avgRejectedLogps))
  );
  const perPair: tf.Tensor1D = tf.mul(-beta, logSigmoid(logOddsRatio));
  return { loss: mean(perPair), perPair, logOddsRatio };
}
