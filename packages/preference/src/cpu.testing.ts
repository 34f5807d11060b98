/** The cpu backend for tests, and gradients by finite differences. */

import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { registerGradients } from './tensor/gradients.js';

export async function useCpu(): Promise<void> {
  // Without it, tfjs advertises its native backend for Node.
  tf.enableProdMode();
  await tf.setBackend('cpu');
  registerGradients();
}

/** The largest difference between autograd and central differences, relative to max(1, |slope|). Float32: expect 1e-3. */
export function gradientError(f: (x: tf.Tensor1D) => tf.Tensor, at: number[], h = 1e-2): number {
  return tf.tidy(() => {
    const analytic = tf
      .grad((x) => tf.sum(f(x as tf.Tensor1D)))(tf.tensor1d(at))
      .dataSync();
    const value = (x: number[]) => tf.sum(f(tf.tensor1d(x))).dataSync()[0]!;
    const errors = at.map((_, i) => {
      const moved = (by: number) => at.map((x, j) => (i === j ? x + by : x));
      const slope = (value(moved(h)) - value(moved(-h))) / (2 * h);
      return Math.abs(analytic[i]! - slope) / Math.max(1, Math.abs(slope));
    });
    return Math.max(...errors);
  });
}
