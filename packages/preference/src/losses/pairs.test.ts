/** Laws of the losses on pairs, their gradients by finite differences, and what they refuse. */

import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { gradientError, useCpu } from '../cpu.testing.js';
import { bradleyTerryLoss } from './bradley-terry.js';
import { DPO_VARIANTS, type DpoLossType } from './dpo-variants.js';
import { dpoLoss, type DpoInputs, type DpoOptions } from './dpo.js';
import { F_DIVERGENCES } from './f-divergence.js';
import { ktoLoss } from './kto.js';
import { orpoLoss } from './orpo.js';
import { simpoLoss } from './simpo.js';

beforeAll(useCpu);

const reward = fc.double({ min: -5, max: 5, noNaN: true });
const pairs = fc.array(fc.tuple(reward, reward), { minLength: 1, maxLength: 6 });
const value = (x: tf.Tensor) => x.dataSync()[0]!;
const v = (...xs: number[]) => tf.tensor1d(xs);

describe('bradleyTerryLoss', () => {
  const loss = (chosen: number[], rejected: number[]) =>
    value(bradleyTerryLoss({ rewardsChosen: v(...chosen), rewardsRejected: v(...rejected) }).loss);

  it('does not change when every reward is shifted by the same', () => {
    fc.assert(
      fc.property(pairs, reward, (drawn, shift) => {
        const [chosen, rejected] = [drawn.map(([c]) => c), drawn.map(([, r]) => r)];
        const moved = (xs: number[]) => xs.map((x) => x + shift);
        expect(loss(moved(chosen), moved(rejected))).toBeCloseTo(loss(chosen, rejected), 4);
      })
    );
  });

  it('counts a pair of weight 2 as two pairs, centring included', () => {
    const options = { centerRewardsCoefficient: 0.1 };
    const weighted = bradleyTerryLoss(
      { rewardsChosen: v(1, 0.5), rewardsRejected: v(-1, 2), weights: v(2, 1) },
      options
    );
    const repeated = bradleyTerryLoss(
      { rewardsChosen: v(1, 1, 0.5), rewardsRejected: v(-1, -1, 2) },
      options
    );
    expect(value(weighted.loss)).toBeCloseTo(value(repeated.loss), 6);
  });

  it('refuses shapes that differ, and parameters out of range', () => {
    const inputs = { rewardsChosen: v(1, 2), rewardsRejected: v(1, 2, 3) };
    expect(() => bradleyTerryLoss(inputs)).toThrow(
      'bradleyTerryLoss: one shape of rank 1, and nothing empty, is wanted of all; got rewardsChosen [2], rewardsRejected [3].'
    );
    const fine = { rewardsChosen: v(1), rewardsRejected: v(2) };
    expect(() => bradleyTerryLoss(fine, { labelSmoothing: 2 })).toThrow(
      'bradleyTerryLoss: labelSmoothing must be in [0, 1]; got 2.'
    );
  });
});

describe('dpoLoss', () => {
  it('has a gradient where the reference is the same tensor', () => {
    const rejected = v(-3);
    const slope = tf.grad((x) => {
      const chosen = x as tf.Tensor1D;
      const policy = { policyChosenLogps: chosen, policyRejectedLogps: rejected };
      return dpoLoss({ ...policy, refChosenLogps: chosen, refRejectedLogps: rejected }).loss;
    });
    // −β σ(0)
    expect(value(slope(v(-2)))).toBeCloseTo(-0.05, 6);
  });

  const inputs = (policyChosen: tf.Tensor1D): DpoInputs => ({
    policyChosenLogps: policyChosen,
    policyRejectedLogps: v(-3, -2.5, -4),
    refChosenLogps: v(-2.2, -3.1, -2),
    refRejectedLogps: v(-2.7, -2.6, -3.2),
    chosenLengths: v(2, 3, 4),
    rejectedLengths: v(4, 2, 3)
  });
  const at = [-2.4, -3, -1.1];
  const error = (options: DpoOptions) =>
    gradientError((x) => dpoLoss(inputs(x), { beta: 0.5, ...options }).loss, at);

  it.each(Object.keys(DPO_VARIANTS) as DpoLossType[])(
    '%s has the gradient it should',
    (lossType) => {
      expect(error({ lossType, labelSmoothing: 0.1 })).toBeLessThan(2e-3);
    }
  );

  it.each(F_DIVERGENCES)('%s has the gradient it should', (fDivergence) => {
    expect(error({ fDivergence, alpha: 0.3 })).toBeLessThan(2e-3);
  });

  it('takes the alpha divergence to the reverse KL at α = 1, from either side', () => {
    const loss = (alpha: number) =>
      value(dpoLoss(inputs(v(...at)), { fDivergence: 'alpha_divergence', alpha }).loss);
    const reverse = value(dpoLoss(inputs(v(...at))).loss);
    expect(loss(1)).toBe(reverse);
    for (const alpha of [0.99, 1.01]) expect(loss(alpha)).toBeCloseTo(reverse, 3);
  });

  it('is log 2 where the policy is the reference', () => {
    const { refChosenLogps, refRejectedLogps } = inputs(v(...at));
    const same = { policyChosenLogps: refChosenLogps, policyRejectedLogps: refRejectedLogps };
    const { loss, metrics } = dpoLoss({ ...same, refChosenLogps, refRejectedLogps });
    expect(value(loss)).toBeCloseTo(Math.LN2, 6);
    expect(value(metrics['rewards/accuracies'])).toBe(0);
  });

  it('says what is missing or unknown', () => {
    const { chosenLengths: _left, ...without } = inputs(v(...at));
    expect(() => dpoLoss(without, { lossType: 'ipo_avg' })).toThrow(
      'dpoLoss: ipo_avg needs chosenLengths and rejectedLengths.'
    );
    expect(() => dpoLoss(inputs(v(...at)), { lossType: 'best' as DpoLossType })).toThrow(
      /lossType must be one of sigmoid, .*; got best\./
    );
    expect(() => dpoLoss(inputs(v(...at)), { beta: 0 })).toThrow('beta must be > 0; got 0.');
  });
});

describe('the others', () => {
  it('KTO has a gradient where the reference is the same tensor', () => {
    const slope = tf.grad((x) => {
      const logps = x as tf.Tensor1D;
      return ktoLoss({ logps, refLogps: logps, labels: v(1) }).loss;
    });
    // −β σ(0) σ(−0)
    expect(value(slope(v(-2)))).toBeCloseTo(-0.025, 6);
  });

  it('have the gradients they should', () => {
    const at = [-1.2, -0.4, -2];
    const orpo = (x: tf.Tensor1D) =>
      orpoLoss({ avgChosenLogps: x, avgRejectedLogps: v(-1, -1, -1) }, { beta: 1 }).loss;
    const kto = (x: tf.Tensor1D) =>
      ktoLoss({ logps: x, refLogps: v(-1, -1, -1), labels: v(1, 0, 1) }, { kl: 0.2, beta: 0.5 })
        .loss;
    const simpo = (x: tf.Tensor1D) =>
      simpoLoss({
        policyChosenLogps: x,
        policyRejectedLogps: v(-1, -1, -1),
        chosenLengths: v(2, 3, 4),
        rejectedLengths: v(4, 2, 3)
      }).loss;
    for (const loss of [orpo, kto, simpo]) expect(gradientError(loss, at)).toBeLessThan(2e-3);
  });
});
