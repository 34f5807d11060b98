/** A loss on tensors, its metrics and its gradient, as numbers and typed arrays, on whatever backend is active. */

import * as tf from '@tensorflow/tfjs-core';
import { registerGradients } from './gradients.js';

/** Values of one shape, row by row. */
export interface Rows {
  values: Float32Array;
  shape: [number, number];
}

export interface Differentiated<Result> {
  /** what was computed, as numbers */
  metrics: { [Name in keyof Result]: number };
  /** of the loss, as the inputs */
  gradients: Float32Array[];
}

/** Whether anything was imported that tensors can be computed on. */
export const hasBackend = (): boolean => Object.keys(tf.engine().registryFactory).length > 0;

/**
 * @param inputs those that the gradient is taken with respect to; the loss depends on each
 * @param compute gives scalars; the gradient is that of `loss`. It may make tensors of its own.
 * @throws where no backend was imported
 */
export async function differentiate<Result extends { loss: tf.Scalar }>(
  inputs: readonly Rows[],
  compute: (...inputs: tf.Tensor2D[]) => Result
): Promise<Differentiated<Result>> {
  if (!hasBackend()) {
    throw new Error(
      'TensorFlow.js has no backend to compute on; import one first, such as @tensorflow/tfjs-backend-cpu.'
    );
  }
  registerGradients();
  const kept = new Map<string, tf.Scalar>();
  const gradients = tf.tidy(() => {
    const tensors = inputs.map(({ values, shape }) => tf.tensor2d(values, shape));
    return tf.valueAndGrads((...x: tf.Tensor[]) => {
      const result = compute(...(x as tf.Tensor2D[]));
      for (const [name, scalar] of Object.entries<tf.Scalar>(result)) {
        kept.set(name, tf.keep(tf.clone(scalar)));
      }
      return result.loss;
    })(tensors).grads;
  });
  try {
    const metrics: [string, number][] = [];
    for (const [name, scalar] of kept) metrics.push([name, (await scalar.data())[0]!]);
    const read = await Promise.all(gradients.map((gradient) => gradient.data<'float32'>()));
    return {
      metrics: Object.fromEntries(metrics) as Differentiated<Result>['metrics'],
      gradients: read
    };
  } finally {
    tf.dispose(gradients);
    tf.dispose([...kept.values()]);
  }
}
