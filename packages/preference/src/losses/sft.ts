/** Supervised fine-tuning: masked next-token cross-entropy. */

import * as tf from '@tensorflow/tfjs-core';
import { detached, indicator, maskedMean } from '../tensor/numeric.js';
import { requireShape } from '../tensor/shapes.js';

export interface SftInputs {
  /** (B, T, V) logits that are aligned with the labels already: position t predicts label t */
  logits: tf.Tensor3D;
  /** (B, T) int32 token ids, `ignoreIndex` where a token does not count */
  labels: tf.Tensor2D;
}

/**
 * The loss of supervised fine-tuning: how unlikely the model finds the tokens that it is to imitate.
 *
 * −Σ log softmax(logits)[label] / (number of labels that count), over the tokens of the whole batch, not the mean
 * of sequence means; 0 where none counts.
 *
 * Source: `torch.nn.functional.cross_entropy(ignore_index)`; TRL: `SFTTrainer` with completion-only labels.
 *
 * @param options.ignoreIndex the label that does not count; −100 by default
 * @throws when shapes do not agree
 * @example
 * ```ts
 * // One sequence of three tokens from a vocabulary of two; the prompt's token does not count.
 * const logits = tf.tensor3d([[[0, 0], [0, 0], [0, 2]]]);
 * const labels = tf.tensor2d([[-100, 0, 1]], [1, 3], 'int32');
 * sftLoss({ logits, labels }).loss; // → 0.41
 * // The gradient is (softmax − label) / 2 for the two that count.
 * tf.grad((x) => sftLoss({ logits: x, labels }).loss)(logits); // → [[[0, 0], [-0.25, 0.25], [0.0596, -0.0596]]]
 * ```
 */
export function sftLoss(
  { logits, labels }: SftInputs,
  { ignoreIndex = -100 }: { ignoreIndex?: number } = {}
): { loss: tf.Scalar } {
  const [batch, length, vocabulary] = logits.shape;
  requireShape('sftLoss', 'labels', labels, [batch, length]);
  const counts = indicator(tf.notEqual(labels, ignoreIndex));
  const targets = tf.oneHot(
    tf.cast(tf.mul(tf.cast(labels, 'float32'), counts), 'int32'),
    vocabulary
  );
  // Subtracting the maximum, a constant to the gradient, keeps the exponentials finite.
  const shifted = tf.sub(
    logits,
    detached(logits, (x) => tf.max(x, -1, true))
  );
  const logZ = tf.log(tf.sum(tf.exp(shifted), -1));
  const logps = tf.sub(tf.sum(tf.mul(shifted, tf.cast(targets, 'float32')), -1), logZ);
  return { loss: maskedMean(tf.neg(logps), counts) };
}
