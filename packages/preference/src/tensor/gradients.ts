/**
 * The gradients of the kernels that the losses and policies use.
 *
 * TensorFlow.js registers gradients in `@tensorflow/tfjs-core/dist/register_all_gradients`, which only a
 * bundler can load (its imports have no file extension) and which brings every one of them. These few load
 * anywhere and keep a bundle small. One that is registered already is left as it is.
 */

import * as tf from '@tensorflow/tfjs-core';

type GradOf = (
  dy: tf.Tensor,
  saved: tf.Tensor[],
  attrs: tf.NamedAttrMap
) => Record<string, () => tf.Tensor>;

/** Sums what broadcasting repeated, so that a gradient has its input's shape. */
function unbroadcast(gradient: tf.Tensor, input: tf.Tensor): tf.Tensor {
  const axes = tf.broadcast_util.getReductionAxes(input.shape, gradient.shape);
  return tf.reshape(axes.length > 0 ? tf.sum(gradient, axes) : gradient, input.shape);
}

/** A unary kernel whose derivative is given at its input. */
function atInput(
  kernelName: string,
  derivative: (x: tf.Tensor, attrs: tf.NamedAttrMap) => tf.Tensor
): tf.GradConfig {
  return config(kernelName, { inputsToSave: ['x'] }, (dy, [x], attrs) => ({
    x: () => tf.mul(dy, derivative(x!, attrs))
  }));
}

/** A unary kernel whose derivative is given at its output. */
function atOutput(kernelName: string, derivative: (y: tf.Tensor) => tf.Tensor): tf.GradConfig {
  return config(kernelName, { outputsToSave: [true] }, (dy, [y]) => ({
    x: () => tf.mul(dy, derivative(y!))
  }));
}

/** A binary kernel with broadcasting. */
function binary(
  kernelName: string,
  left: (dy: tf.Tensor, a: tf.Tensor, b: tf.Tensor) => tf.Tensor,
  right: (dy: tf.Tensor, a: tf.Tensor, b: tf.Tensor) => tf.Tensor
): tf.GradConfig {
  return config(kernelName, { inputsToSave: ['a', 'b'] }, (dy, [a, b]) => ({
    a: () => unbroadcast(left(dy, a!, b!), a!),
    b: () => unbroadcast(right(dy, a!, b!), b!)
  }));
}

function config(
  kernelName: string,
  saved: Pick<tf.GradConfig, 'inputsToSave' | 'outputsToSave'>,
  gradFunc: GradOf
): tf.GradConfig {
  return { kernelName, ...saved, gradFunc: gradFunc as tf.GradFunc };
}

const float = (condition: tf.Tensor) => tf.cast(condition, 'float32');

const GRADIENTS: tf.GradConfig[] = [
  binary(
    tf.Add,
    (dy) => dy,
    (dy) => dy
  ),
  binary(
    tf.Sub,
    (dy) => dy,
    (dy) => tf.neg(dy)
  ),
  binary(
    tf.Multiply,
    (dy, _a, b) => tf.mul(dy, b),
    (dy, a) => tf.mul(dy, a)
  ),
  binary(
    tf.RealDiv,
    (dy, _a, b) => tf.div(dy, b),
    (dy, a, b) => tf.neg(tf.div(tf.mul(dy, tf.div(a, b)), b))
  ),
  binary(
    tf.Maximum,
    (dy, a, b) => tf.mul(dy, float(tf.greaterEqual(a, b))),
    (dy, a, b) => tf.mul(dy, float(tf.less(a, b)))
  ),
  binary(
    tf.Minimum,
    (dy, a, b) => tf.mul(dy, float(tf.lessEqual(a, b))),
    (dy, a, b) => tf.mul(dy, float(tf.greater(a, b)))
  ),
  atOutput(tf.Exp, (y) => y),
  atOutput(tf.Expm1, (y) => tf.add(y, 1)),
  atOutput(tf.Sigmoid, (y) => tf.mul(y, tf.sub(1, y))),
  atInput(tf.Log, (x) => tf.div(1, x)),
  atInput(tf.Neg, (x) => tf.neg(tf.onesLike(x))),
  atInput(tf.Relu, (x) => float(tf.greater(x, 0))),
  atInput(tf.Softplus, (x) => tf.sigmoid(x)),
  atInput(tf.Square, (x) => tf.mul(2, x)),
  atOutput(tf.Rsqrt, (y) => tf.mul(-0.5, tf.mul(y, tf.square(y)))),
  atInput(tf.ClipByValue, (x, { clipValueMin, clipValueMax }) =>
    float(
      tf.logicalAnd(
        tf.greaterEqual(x, clipValueMin as number),
        tf.lessEqual(x, clipValueMax as number)
      )
    )
  ),
  config(tf.Identity, {}, (dy) => ({ x: () => tf.cast(dy, 'float32') })),
  config(tf.Cast, {}, (dy) => ({ x: () => tf.clone(dy) })),
  config(tf.Reshape, { inputsToSave: ['x'] }, (dy, [x]) => ({
    x: () => tf.reshape(dy, x!.shape)
  })),
  config(tf.Slice, { inputsToSave: ['x'] }, (dy, [x], attrs) => ({
    x: () => {
      const { begin: from, size: length } = attrs as Record<string, number[]>;
      const [begin] = tf.slice_util.parseSliceParams(x!, from!, length) as [number[]];
      return tf.pad(
        dy,
        x!.shape.map((size, axis) => [begin[axis]!, size - begin[axis]! - dy.shape[axis]!])
      );
    }
  })),
  config(tf.Sum, { inputsToSave: ['x'] }, (dy, [x], attrs) => ({
    x: () => {
      const axes = tf.util.parseAxisParam(attrs['axis'] as number | number[], x!.shape);
      const kept = x!.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
      return tf.mul(tf.reshape(dy, kept), tf.onesLike(x!));
    }
  })),
  config(tf.BatchMatMul, { inputsToSave: ['a', 'b'] }, (dy, [a, b], attrs) => {
    const { transposeA, transposeB } = attrs as { transposeA: boolean; transposeB: boolean };
    return {
      a: () =>
        transposeA ? tf.matMul(b!, dy, transposeB, true) : tf.matMul(dy, b!, false, !transposeB),
      b: () =>
        transposeB ? tf.matMul(dy, a!, true, transposeA) : tf.matMul(a!, dy, !transposeA, false)
    };
  })
];

/**
 * Registers the gradients that are not registered yet. Calling it again changes nothing.
 *
 * @example
 * ```ts
 * await tf.setBackend('cpu');
 * registerGradients(); // once, before the first gradient
 * const slope = tf.grad((x) => tf.sum(tf.softplus(x)));
 * slope(tf.tensor1d([0, 2])); // → [0.5, 0.8808]
 * ```
 */
export function registerGradients(): void {
  for (const gradient of GRADIENTS) {
    if (tf.getGradient(gradient.kernelName) == null) tf.registerGradient(gradient);
  }
}
