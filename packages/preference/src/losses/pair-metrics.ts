/** The metrics that TRL logs of a batch of pairs. */

import * as tf from '@tensorflow/tfjs-core';
import { indicator, mean } from '../tensor/numeric.js';

/** Means over the batch, named as TRL logs them; rewards are implicit ones. */
export interface PairMetrics {
  'rewards/chosen': tf.Scalar;
  'rewards/rejected': tf.Scalar;
  'rewards/margins': tf.Scalar;
  'rewards/accuracies': tf.Scalar;
  'logps/chosen': tf.Scalar;
  'logps/rejected': tf.Scalar;
}

/** What a loss of pairs gives. */
export interface PairResult {
  /** the mean of `perPair` */
  loss: tf.Scalar;
  /** (B) */
  perPair: tf.Tensor1D;
  /** (B) implicit rewards */
  rewardsChosen: tf.Tensor1D;
  rewardsRejected: tf.Tensor1D;
  /** (B) chosen minus rejected */
  margins: tf.Tensor1D;
  /** (B) 1 where the chosen reward is the greater, else 0: a tie is not accurate */
  accuracies: tf.Tensor1D;
  metrics: PairMetrics;
}

/** @param logps summed log-probabilities (B) of the policy, for the metrics */
export function pairResult(
  perPair: tf.Tensor1D,
  rewards: { chosen: tf.Tensor1D; rejected: tf.Tensor1D },
  logps: { chosen: tf.Tensor1D; rejected: tf.Tensor1D }
): PairResult {
  const margins: tf.Tensor1D = tf.sub(rewards.chosen, rewards.rejected);
  const accuracies = indicator(tf.greater<tf.Tensor1D>(rewards.chosen, rewards.rejected));
  return {
    loss: mean(perPair),
    perPair,
    rewardsChosen: rewards.chosen,
    rewardsRejected: rewards.rejected,
    margins,
    accuracies,
    metrics: {
      'rewards/chosen': mean(rewards.chosen),
      'rewards/rejected': mean(rewards.rejected),
      'rewards/margins': mean(margins),
      'rewards/accuracies': mean(accuracies),
      'logps/chosen': mean(logps.chosen),
      'logps/rejected': mean(logps.rejected)
    }
  };
}
