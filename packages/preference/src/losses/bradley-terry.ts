/** The Bradley-Terry loss of a reward model, with margin, centring, label smoothing and weights. */

import * as tf from '@tensorflow/tfjs-core';
import { indicator, mean, smoothedLogistic } from '../tensor/numeric.js';
import { notNegative, probability, requireParam, requireSameShape } from '../tensor/shapes.js';

export interface BradleyTerryInputs {
  /** (B) reward of the preferred completion of each pair */
  rewardsChosen: tf.Tensor1D;
  /** (B) reward of the other */
  rewardsRejected: tf.Tensor1D;
  /** (B) by how much the chosen reward should exceed the other */
  margin?: tf.Tensor1D | undefined;
  /** (B) how many times each pair counts; not all 0 */
  weights?: tf.Tensor1D | undefined;
}

export interface BradleyTerryOptions {
  /** c of c·mean((r⁺ + r⁻)²), which holds rewards near 0; 0, the default, leaves it out */
  centerRewardsCoefficient?: number;
  /** ε in [0, 1]: the probability that a label is wrong; 0 by default */
  labelSmoothing?: number;
}

export interface BradleyTerryResult {
  /** over all pairs, with weights and centring */
  loss: tf.Scalar;
  /** (B) before weights and centring */
  perPairBT: tf.Tensor1D;
  /** the share of pairs with r⁺ > r⁻; a tie is not accurate */
  accuracy: tf.Scalar;
  /** mean of r⁺ − r⁻, the margin not subtracted */
  meanMargin: tf.Scalar;
  /** over both completions of every pair */
  minReward: tf.Scalar;
  /** likewise */
  meanReward: tf.Scalar;
  /** likewise */
  maxReward: tf.Scalar;
}

/**
 * The loss that reward models are trained with: small where the chosen completion has the greater reward.
 *
 * With z = r⁺ − r⁻ − margin, a pair's loss is −(1 − ε) log σ(z) − ε log σ(−z), and
 *
 *     loss = Σ w·pair / Σ w + c · Σ w·(r⁺ + r⁻)² / Σ w,
 *
 * so a pair of weight 2 counts as two pairs; without weights both are plain means, as in TRL.
 *
 * Source: Bradley & Terry 1952; Ouyang et al. 2022, eq. 1; margin of Touvron et al. 2023 (Llama 2), eq. 2;
 * centring of Eisenstein et al. 2023. TRL: `RewardTrainer.compute_loss`, which has no smoothing or weights.
 *
 * @throws when shapes differ, or a parameter is out of range
 * @example
 * ```ts
 * // The rewards of three pairs; the third is the wrong way round.
 * const rewardsChosen = tf.tensor1d([2, 1, 0]);
 * const rewardsRejected = tf.tensor1d([0, 0, 1]);
 * const { loss, perPairBT, accuracy } = bradleyTerryLoss({ rewardsChosen, rewardsRejected });
 * perPairBT; // → [0.1269, 0.3133, 1.3133]
 * loss; // → 0.5845
 * accuracy; // → 0.6667
 * // Its gradient raises every chosen reward, most where the model is most wrong.
 * const lossOf = (rewards) => bradleyTerryLoss({ rewardsChosen: rewards, rewardsRejected }).loss;
 * tf.grad(lossOf)(rewardsChosen); // → [-0.0397, -0.0896, -0.2437]
 * ```
 */
export function bradleyTerryLoss(
  { rewardsChosen, rewardsRejected, margin, weights }: BradleyTerryInputs,
  { centerRewardsCoefficient = 0, labelSmoothing = 0 }: BradleyTerryOptions = {}
): BradleyTerryResult {
  const name = 'bradleyTerryLoss';
  requireSameShape(name, 1, { rewardsChosen, rewardsRejected, margin, weights });
  requireParam(name, 'labelSmoothing', labelSmoothing, 'in [0, 1]', probability);
  requireParam(name, 'centerRewardsCoefficient', centerRewardsCoefficient, '>= 0', notNegative);

  const average = (x: tf.Tensor): tf.Scalar =>
    weights === undefined ? mean(x) : tf.div(tf.sum(tf.mul(weights, x)), tf.sum(weights));
  const difference: tf.Tensor1D = tf.sub(rewardsChosen, rewardsRejected);
  const logits: tf.Tensor1D = margin === undefined ? difference : tf.sub(difference, margin);
  const perPairBT = smoothedLogistic(logits, labelSmoothing);
  const pairs = average(perPairBT);
  const loss =
    centerRewardsCoefficient === 0
      ? pairs
      : tf.add(
          pairs,
          tf.mul(
            centerRewardsCoefficient,
            average(tf.square(tf.add(rewardsChosen, rewardsRejected)))
          )
        );
  return {
    loss: tf.reshape(loss, []),
    perPairBT,
    accuracy: mean(indicator(tf.greater(rewardsChosen, rewardsRejected))),
    meanMargin: mean(difference),
    minReward: tf.minimum(tf.min(rewardsChosen), tf.min(rewardsRejected)),
    meanReward: tf.mul(0.5, tf.add(mean(rewardsChosen), mean(rewardsRejected))),
    maxReward: tf.maximum(tf.max(rewardsChosen), tf.max(rewardsRejected))
  };
}
