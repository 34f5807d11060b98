/** Laws of the losses on tokens, their gradients by finite differences, and what they refuse. */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { gradientError, useCpu } from '../cpu.testing.js';
import { GRPO_OBJECTIVES, type GrpoLossType } from './grpo-variants.js';
import { grpoLoss, type GrpoInputs, type GrpoOptions } from './grpo.js';
import { ppoLoss, ppoPolicyLoss } from './ppo.js';
import { sftLoss } from './sft.js';

beforeAll(useCpu);

const table = (...rows: number[][]) => tf.tensor2d(rows);
const value = (x: tf.Tensor) => x.dataSync()[0]!;
const at = [-1.1, -0.4, -2.2, -0.9, -1.6, -0.3];
const mask = () => table([1, 1, 1], [1, 1, 0]);

describe('grpoLoss', () => {
  const inputs = (logps: tf.Tensor): GrpoInputs => ({
    logps: tf.reshape(logps, [2, 3]),
    oldLogps: table([-1, -0.5, -2], [-1, -1.5, -0.2]),
    refLogps: table([-1.2, -0.6, -2.1], [-1.1, -1.3, -0.7]),
    mask: mask(),
    advantages: tf.tensor1d([1.5, -0.7])
  });
  const run = (options: GrpoOptions, logps = tf.tensor1d(at)) =>
    grpoLoss(inputs(logps), { maxCompletionLength: 4, ...options });

  // CISPO's weight is a constant to the gradient, which finite differences cannot know.
  const smooth = (Object.keys(GRPO_OBJECTIVES) as GrpoLossType[]).filter((t) => t !== 'cispo');
  it.each(smooth)('%s has the gradient it should', (lossType) => {
    for (const importanceSamplingLevel of ['token', 'sequence'] as const) {
      const options = { lossType, beta: 0.1, importanceSamplingLevel };
      expect(gradientError((x) => run(options, x).loss, at)).toBeLessThan(2e-3);
    }
  });

  it('has a gradient where what was sampled is the same tensor', () => {
    const [mask, advantages] = [table([1, 1]), tf.tensor1d([1])];
    const slope = tf.grad((x) => {
      const logps = x as tf.Tensor2D;
      return grpoLoss({ logps, oldLogps: logps, mask, advantages }).loss;
    });
    expect([...slope(table([-1, -0.5])).dataSync()]).toEqual([-0.5, -0.5]);
  });

  it('heeds nothing outside the mask, whatever stands there', () => {
    for (const lossType of Object.keys(GRPO_OBJECTIVES) as GrpoLossType[]) {
      const { loss } = run({ lossType, beta: 0.1 });
      const padded = run({ lossType, beta: 0.1 }, tf.tensor1d([...at.slice(0, 5), 300]));
      expect(value(padded.loss)).toBe(value(loss));
    }
  });

  it('says what is missing or does not fit', () => {
    const { refLogps: _left, ...without } = inputs(tf.tensor1d(at));
    expect(() => grpoLoss(without, { beta: 0.1 })).toThrow('beta > 0 needs refLogps');
    expect(() => grpoLoss(inputs(tf.tensor1d(at)), { lossType: 'dr_grpo' })).toThrow(
      'dr_grpo needs maxCompletionLength'
    );
    expect(() => grpoLoss({ ...without, advantages: tf.tensor1d([1]) })).toThrow(
      'grpoLoss: advantages must have shape [2]; got [1].'
    );
  });
});

describe('ppoLoss', () => {
  const run = (newLogprobs: tf.Tensor, vpred: tf.Tensor) =>
    ppoLoss({
      newLogprobs: tf.reshape(newLogprobs, [2, 3]),
      oldLogprobs: table([-1, -0.5, -2], [-1, -1.5, -0.2]),
      advantages: table([1, -1, 0.5], [2, 0.3, 0]),
      policyMask: mask(),
      vpred: tf.reshape(vpred, [2, 3]),
      oldValues: table([0.1, 0.2, 0.3], [0.4, 0.5, 0.6]),
      returns: table([1, 0, -1], [0.5, 2, 0]),
      valueMask: mask()
    });

  it('has the gradients it should', () => {
    const values = tf.tensor1d([0.15, 0.6, 0.3, 0.45, 0.1, 0.9]);
    expect(gradientError((x) => run(x, values).loss, at)).toBeLessThan(2e-3);
    expect(gradientError((x) => run(tf.tensor1d(at), x).loss, [...values.dataSync()])).toBeLessThan(
      2e-3
    );
  });

  it('has a gradient where what was sampled is the same tensor', () => {
    const [policyMask, advantages] = [table([1, 1]), table([1, 1])];
    const slope = tf.grad((x) => {
      const logps = x as tf.Tensor2D;
      const batch = { newLogprobs: logps, oldLogprobs: logps, advantages, policyMask };
      return ppoPolicyLoss(batch).policyLoss;
    });
    expect([...slope(table([-1, -0.5])).dataSync()]).toEqual([-0.5, -0.5]);
  });

  it('clips nothing where neither policy nor values have moved', () => {
    const old = tf.tensor1d([-1, -0.5, -2, -1, -1.5, -0.2]);
    const result = run(old, tf.tensor1d([0.1, 0.2, 0.3, 0.4, 0.5, 0.6]));
    expect(value(result.policyClipfrac)).toBe(0);
    expect(value(result.valueClipfrac)).toBe(0);
    expect(value(result.approxKlK3Masked)).toBe(0);
  });
});

describe('sftLoss', () => {
  const labels = () => tf.tensor2d([[0, 2, -100]], [1, 3], 'int32');

  it('is log V for equal logits, and stays finite for great ones', () => {
    expect(value(sftLoss({ logits: tf.zeros([1, 3, 5]), labels: labels() }).loss)).toBeCloseTo(
      Math.log(5),
      6
    );
    const great = tf.tensor3d([
      [
        [500, 0, 0],
        [0, 0, 500],
        [0, 0, 0]
      ]
    ]);
    expect(value(sftLoss({ logits: great, labels: labels() }).loss)).toBe(0);
  });

  it('has the gradient it should', () => {
    const loss = (x: tf.Tensor) =>
      sftLoss({
        logits: tf.reshape(x, [1, 3, 2]),
        labels: tf.tensor2d([[0, 1, -100]], [1, 3], 'int32')
      }).loss;
    expect(gradientError(loss, at)).toBeLessThan(2e-3);
  });
});
