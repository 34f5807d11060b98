/** What several losses are made of, stable in float32. */

import * as tf from '@tensorflow/tfjs-core';

/**
 * `compute(x)` as a constant: no gradient flows through it, so its kernels need none. tfjs asks for the gradient
 * of every kernel between the input and the loss, even where that is 0.
 */
export function detached<R extends tf.Tensor>(x: tf.Tensor, compute: (x: tf.Tensor) => R): R {
  const constant = tf.customGrad((input) => ({
    value: compute(input as tf.Tensor),
    gradFunc: () => tf.zerosLike(input as tf.Tensor)
  }));
  return constant(x);
}

/** The same values, through which no gradient flows (PyTorch's `detach`). */
export function stopGradient<T extends tf.Tensor>(x: T): T {
  return detached(x, (input) => tf.clone(input) as T);
}

/** log σ(x) = −softplus(−x), whose gradient σ(−x) neither overflows nor vanishes at |x| = 85. */
export function logSigmoid<T extends tf.Tensor>(x: T): T {
  return tf.neg(tf.softplus(tf.neg(x)));
}

/** −(1 − ε) log σ(x) − ε log σ(−x): binary cross-entropy of logits `x` against a label of 1 − ε. */
export function smoothedLogistic<T extends tf.Tensor>(x: T, labelSmoothing: number): T {
  if (labelSmoothing === 0) return tf.neg(logSigmoid(x));
  return tf.neg(
    tf.add<T>(
      tf.mul(1 - labelSmoothing, logSigmoid(x)),
      tf.mul(labelSmoothing, logSigmoid(tf.neg(x)))
    )
  );
}

/** log(1 − eˣ) for x < 0, exact near 0, where 1 − eˣ cancels. */
export function log1mexp<T extends tf.Tensor>(x: T): T {
  return tf.log(tf.neg(tf.expm1(x)));
}

/** The mean of every element, as a scalar. */
export function mean(x: tf.Tensor): tf.Scalar {
  return tf.div(tf.sum(x), Math.max(x.size, 1));
}

/** Σ x·mask / max(Σ mask, 1), over every element. `mask` is 0 or 1 and of x's shape. */
export function maskedMean(x: tf.Tensor, mask: tf.Tensor): tf.Scalar {
  return tf.div(tf.sum(tf.mul(x, mask)), tf.maximum(tf.sum(mask), 1));
}

/** 1 where `condition` holds, else 0. */
export function indicator<T extends tf.Tensor>(condition: T): T {
  return tf.cast(condition, 'float32');
}

/**
 * x (B) in ascending order, with the gradient that the permutation gives. The permutation is a matrix (B, B),
 * since not every backend has a gradient for a gather.
 */
export function sortAscending(x: tf.Tensor1D): tf.Tensor1D {
  const size = x.shape[0];
  const permutation = detached(x, (input) => {
    const { indices } = tf.topk(tf.neg(input), size);
    return tf.cast(tf.oneHot(tf.cast(indices, 'int32'), size), 'float32') as tf.Tensor2D;
  });
  return tf.reshape(tf.matMul(permutation, tf.reshape(x, [size, 1])), [size]);
}
