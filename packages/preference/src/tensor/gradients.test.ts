/** The registered gradients against finite differences, and what losses ask of them. */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { gradientError, useCpu } from '../cpu.testing.js';
import { registerGradients } from './gradients.js';
import { detached, log1mexp, logSigmoid, sortAscending } from './numeric.js';

beforeAll(useCpu);

const weights = () => tf.tensor1d([0.5, -2, 3]);
const square = () => tf.tensor2d([1, 2, -1, 0.5, 3, 1, -2, 1, 0.25], [3, 3]);

const FUNCTIONS: Record<string, (x: tf.Tensor1D) => tf.Tensor> = {
  add: (x) => tf.mul(tf.add(x, 2), weights()),
  sub: (x) => tf.mul(tf.sub(1, x), weights()),
  mul: (x) => tf.mul(x, tf.mul(x, weights())),
  div: (x) => tf.div(weights(), x),
  exp: (x) => tf.exp(x),
  expm1: (x) => tf.mul(tf.expm1(x), weights()),
  sigmoid: (x) => tf.mul(tf.sigmoid(x), weights()),
  log: (x) => tf.log(tf.square(x)),
  relu: (x) => tf.mul(tf.relu(x), weights()),
  rsqrt: (x) => tf.mul(tf.rsqrt(tf.add(tf.square(x), 0.5)), weights()),
  softplus: (x) => tf.mul(tf.softplus(x), weights()),
  maximum: (x) => tf.mul(tf.maximum(x, 0.4), weights()),
  minimum: (x) => tf.mul(tf.minimum(0.4, x), weights()),
  clip: (x) => tf.mul(tf.clipByValue(x, -0.2, 0.8), weights()),
  'sum over an axis': (x) => tf.square(tf.sum(tf.mul(square(), x), 1)),
  'broadcast to rows': (x) => tf.mul(tf.reshape(x, [3, 1]), square()),
  'product of matrices': (x) => tf.square(tf.matMul(square(), tf.reshape(x, [3, 1]))),
  'product with the left transposed': (x) =>
    tf.square(tf.matMul(tf.mul(square(), x), square(), true, false)),
  'product with the right transposed': (x) =>
    tf.square(tf.matMul(square(), tf.mul(square(), x), false, true)),
  'product with both transposed': (x) =>
    tf.square(tf.matMul(tf.mul(square(), x), square(), true, true)),
  sort: (x) => tf.mul(sortAscending(x), weights()),
  'log(1 - exp)': (x) => log1mexp(tf.neg(tf.square(x)))
};

describe('gradients', () => {
  it.each(Object.keys(FUNCTIONS))('%s agrees with finite differences', (name) => {
    expect(gradientError(FUNCTIONS[name]!, [0.7, -1.3, 1.9], 1e-3)).toBeLessThan(5e-3);
  });

  it('leaves what is registered already', () => {
    const before = tf.getGradient(tf.Add);
    registerGradients();
    expect(tf.getGradient(tf.Add)).toBe(before);
  });

  it('lets none through a detached part, whose kernels need none', () => {
    const loss = (x: tf.Tensor) =>
      tf.mul(
        x,
        detached(x, (input) => tf.max(input))
      );
    const gradient = tf.grad(loss)(tf.tensor1d([1, 4]));
    expect([...gradient.dataSync()]).toEqual([4, 4]);
  });
});

describe('log σ', () => {
  it('neither overflows nor loses its slope at 85', () => {
    const x = tf.tensor1d([85, -85, 0]);
    const [value, slope] = [logSigmoid(x), tf.grad((y) => tf.sum(logSigmoid(y)))(x)];
    const expected = { value: [-Math.exp(-85), -85, -Math.LN2], slope: [Math.exp(-85), 1, 0.5] };
    value.dataSync().forEach((got, i) => expect(got).toBeCloseTo(expected.value[i]!, 5));
    slope.dataSync().forEach((got, i) => expect(got).toBeCloseTo(expected.slope[i]!, 6));
  });
});

describe('log(1 − exp)', () => {
  it('is exact near 0, where 1 − exp cancels', () => {
    const [got] = log1mexp(tf.tensor1d([-1e-6])).dataSync();
    expect(Math.abs(got! - Math.log(1e-6))).toBeLessThan(1e-5);
  });
});
