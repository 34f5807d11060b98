/** What each experiment claims, over seeds; over-optimisation has a file of its own. */

import { describe, expect, it } from 'vitest';
import { Random } from '../random.js';
import { fitRewardModel } from '../train/fit-reward-model.js';
import { bestOfNBound } from './best-of-n.js';
import { dpoClosedForm } from './dpo-closed-form.js';
import { ensembles } from './ensembles.js';
import type { Outcome } from './experiment.js';
import { fitWeights } from './fit.js';
import { KL_TERMS, klTerms } from './kl-terms.js';
import { rewardModelRecovery } from './reward-model-recovery.js';
import { overSeeds } from './seeds.testing.js';
import { sycophancy } from './sycophancy.js';

const mean = (outcomes: Outcome[], name: string) =>
  outcomes.reduce((sum, { numbers }) => sum + numbers[name]!, 0) / outcomes.length;

describe('reward-model recovery', () => {
  it('has an error that falls as n^−½: a slope of −0.5 ± 0.1 over 12 seeds', async () => {
    const outcomes = await overSeeds(rewardModelRecovery, 12, { repetitions: 1 });
    expect(mean(outcomes, 'slope')).toBeGreaterThan(-0.6);
    expect(mean(outcomes, 'slope')).toBeLessThan(-0.4);
    for (const { numbers } of outcomes) expect(numbers['slope']).toBeLessThan(-0.2);
  });

  it('ends at a bias where annotators slip', async () => {
    const outcomes = await overSeeds(rewardModelRecovery, 3, { repetitions: 1, slipRate: 0.2 });
    for (const { numbers, finding } of outcomes) {
      expect(numbers['slope']).toBeGreaterThan(-0.25);
      expect(numbers['lastError']).toBeGreaterThan(0.3);
      expect(finding).toContain('flatter than n^−½');
    }
  });

  it('fits what the trainer comes to, and data that can be separated', async () => {
    const random = new Random(3);
    const features = 3;
    const normals = () => Float32Array.from({ length: 500 * features }, () => random.normal());
    const shifted = normals().map((x, i) => x + (i % features === 0 ? 0.5 : 0));
    const data = { chosen: shifted, rejected: normals(), features };
    const [trained] = await fitRewardModel(data, { steps: 1000, learningRate: 0.02 });
    for (const [i, weight] of (await fitWeights(data, {})).entries()) {
      expect(weight).toBeCloseTo(trained.weights[i]!, 3);
    }
    const one = { chosen: Float32Array.of(1), rejected: Float32Array.of(0), features: 1 };
    const [weight] = await fitWeights(one, {});
    expect(weight).toBeGreaterThan(1);
    expect(weight).toBeLessThan(10);
  });
});

describe('DPO', () => {
  it('reaches the closed form, and a KL that is about a sixteenth with 16 times the comparisons', async () => {
    const few = await overSeeds(dpoClosedForm, 4, { pairs: 800 });
    const many = await overSeeds(dpoClosedForm, 4, { pairs: 12800 });
    for (const { numbers } of many) {
      expect(numbers['klAfter']).toBeLessThan(0.03);
      expect(numbers['klAfter']).toBeLessThan(numbers['klBefore']! / 20);
    }
    const ratio = mean(few, 'klAfter') / mean(many, 'klAfter');
    expect(ratio).toBeGreaterThan(8);
    expect(ratio).toBeLessThan(32);
  });
});

describe('best of n', () => {
  it('never exceeds the bound, and meets it only without ties', async () => {
    const distinct = await overSeeds(bestOfNBound, 4, { levels: 'all' });
    const tied = await overSeeds(bestOfNBound, 4, { levels: '5' });
    const few = await overSeeds(bestOfNBound, 4, { levels: 'all', responses: 32 });
    for (const { numbers } of [...distinct, ...tied, ...few]) {
      expect(numbers['leastGap']).toBeGreaterThan(-1e-9);
    }
    for (const { numbers } of distinct) expect(numbers['gapAt16']).toBeLessThan(1e-3);
    for (const { numbers } of tied) expect(numbers['gapAt16']).toBeGreaterThan(0.2);
    for (const { numbers } of few) expect(numbers['lastGap']).toBeGreaterThan(0.5);
  });
});

describe('ensembles', () => {
  it('help on heavy tails: caution is worth much, and most models are worth more than one', async () => {
    const outcomes = await overSeeds(ensembles, 4);
    const [single, min, cautious] = ['single', 'min', 'cautious'].map((name) =>
      mean(outcomes, name)
    );
    expect(mean(outcomes, 'gain')).toBeGreaterThan(0.5);
    expect(min).toBeGreaterThan(single! + 0.5);
    expect(cautious).toBeGreaterThan(single! + 0.5);
    expect(cautious).toBeLessThan(mean(outcomes, 'oracle'));
  });

  it('do not on Gaussian ones', async () => {
    const outcomes = await overSeeds(ensembles, 4, { tails: 'gaussian' });
    for (const name of ['mean', 'min', 'cautious']) {
      expect(Math.abs(mean(outcomes, name) - mean(outcomes, 'single'))).toBeLessThan(0.3);
    }
    expect(Math.abs(mean(outcomes, 'gain'))).toBeLessThan(0.15);
  });
});

describe('KL terms', () => {
  it('end at the closed form, but k3 as a loss at an optimum of its own, and k1 at one response', async () => {
    for (const samples of ['all', '256']) {
      for (const { numbers } of await overSeeds(klTerms, 2, { samples, beta: 2 })) {
        for (const name of ['reward', 'k2', 'weightedK3', 'k3ToItsOwn']) {
          expect(numbers[name]).toBeLessThan(0.01);
        }
        expect(numbers['k3']).toBeGreaterThan(0.01);
        expect(numbers['k3']).toBeCloseTo(numbers['apart']!, 2);
        expect(numbers['topOfK1']).toBeGreaterThan(0.95);
      }
    }
  });

  it('have the derivatives of the estimators', () => {
    // With x = log π/π_ref and samples that are not differentiated; the ratio's derivative is the ratio, here 1.
    const k3 = (x: number) => Math.exp(-x) - 1 + x;
    const slope = (f: (x: number) => number, x: number) => (f(x + 1e-6) - f(x - 1e-6)) / 2e-6;
    for (const x of [-1.5, 0, 0.4, 2]) {
      expect(KL_TERMS.k2.term(x)).toBeCloseTo(
        slope((y) => y ** 2 / 2, x),
        6
      );
      expect(KL_TERMS.k3.term(x)).toBeCloseTo(slope(k3, x), 6);
      expect(KL_TERMS.weightedK3.term(x)).toBeCloseTo(
        slope((y) => Math.exp(y - x) * k3(y), x),
        6
      );
      expect(KL_TERMS.k1.term()).toBeCloseTo(
        slope((y) => y, x),
        6
      );
    }
  });
});

describe('sycophancy', () => {
  it('is learned: agreement is paid for as annotators like it, and users who are wrong stay so', async () => {
    for (const { numbers } of await overSeeds(sycophancy, 10)) {
      expect(Math.abs(numbers['weightAgrees']! - 3)).toBeLessThan(0.8);
      expect(numbers['told']).toBeLessThan(0.05);
      expect(numbers['toldHonest']).toBeGreaterThan(0.95);
    }
  });

  it('is not where agreement is worth nothing, or nobody likes it', async () => {
    for (const settings of [{ strength: 0 }, { share: 0 }]) {
      for (const { numbers } of await overSeeds(sycophancy, 5, settings)) {
        expect(Math.abs(numbers['weightAgrees']!)).toBeLessThan(0.3);
        expect(numbers['told']).toBeGreaterThan(0.95);
      }
    }
  });
});
