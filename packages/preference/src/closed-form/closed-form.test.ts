/** Laws of what is known in closed form, and what is refused. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOfN } from './best-of-n.js';
import { boltzmannPolicy } from './boltzmann.js';
import { bradleyTerryMle } from './bradley-terry-mle.js';
import { categoricalDivergences } from './categorical.js';
import { expectation, klDivergence } from './distribution.js';
import { ensembleRewards } from './ensembles.js';
import { klTermFixedPoints } from './fixed-points.js';
import {
  fitGaoBestOfN,
  fitGaoRl,
  gaoBestOfN,
  gaoBestOfNPeak,
  gaoRl,
  gaoRlPeak
} from './over-optimisation.js';
import { tabularDpoLoss, tabularDpoOptimum } from './tabular-dpo.js';

const SIZE = 5;
const five = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: SIZE, maxLength: SIZE });
const distribution = five(fc.double({ min: 0.05, max: 1, noNaN: true })).map((weights) => {
  const total = weights.reduce((sum, x) => sum + x, 0);
  return weights.map((x) => x / total);
});
const rewards = five(fc.double({ min: -3, max: 3, noNaN: true }));
const beta = fc.double({ min: 0.1, max: 5, noNaN: true });
const sum = (xs: number[]) => xs.reduce((total, x) => total + x, 0);

describe('boltzmannPolicy', () => {
  it('maximises reward minus KL: no other policy does better', () => {
    fc.assert(
      fc.property(distribution, rewards, beta, distribution, (ref, r, b, other) => {
        const { objective, policy } = boltzmannPolicy(ref, r, b);
        const of = (p: number[]) => expectation(p, r) - b * klDivergence(p, ref);
        expect(of(policy)).toBeCloseTo(objective, 8);
        expect(of(other)).toBeLessThanOrEqual(objective + 1e-9);
      })
    );
  });

  it('gives no mass to what the reference never says, and refuses what is no distribution', () => {
    expect(boltzmannPolicy([0, 0.5, 0.5], [900, 0, 0], 0.1).policy).toEqual([0, 0.5, 0.5]);
    expect(() => boltzmannPolicy([0.5, 0.4], [1, 2], 1)).toThrow('sum to 1; they sum to 0.9');
    expect(() => boltzmannPolicy([1], [1, 2], 1)).toThrow("each of ref's 1; got 2");
    expect(() => boltzmannPolicy([1], [1], 0)).toThrow('beta must be above 0; got 0.');
  });
});

describe('bestOfN', () => {
  const few = five(fc.integer({ min: 0, max: 3 }));

  it('is a distribution within the bounds of KL and win rate, ties or not', () => {
    fc.assert(
      fc.property(distribution, few, fc.integer({ min: 1, max: 64 }), (ref, r, n) => {
        const { policy, kl, klBound, winRateVsRef, winRateBound } = bestOfN(ref, r, n);
        expect(sum(policy)).toBeCloseTo(1, 9);
        expect(kl).toBeLessThanOrEqual(klBound + 1e-9);
        expect(winRateVsRef).toBeLessThanOrEqual(winRateBound + 1e-9);
      })
    );
  });

  it('agrees with counting every outcome of two samples', () => {
    fc.assert(
      fc.property(distribution, few, (ref, r) => {
        const counted = ref.map(() => 0);
        ref.forEach((p, i) =>
          ref.forEach((q, j) => {
            const winners = r[i] === r[j] ? [i, j] : r[i]! > r[j]! ? [i, i] : [j, j];
            for (const winner of winners) counted[winner]! += (p * q) / 2;
          })
        );
        bestOfN(ref, r, 2).policy.forEach((p, i) => expect(p).toBeCloseTo(counted[i]!, 9));
      })
    );
  });

  it('refuses an n that is none', () => {
    expect(() => bestOfN([1], [1], 0)).toThrow('n must be an integer of at least 1; got 0.');
  });
});

describe('categoricalDivergences', () => {
  it('has k1 and k3 agree with the KL on average, and Jensen-Shannon symmetric and at most log 2', () => {
    fc.assert(
      fc.property(distribution, distribution, (p, q) => {
        const { klPQ, expectK1, expectK3, jsd } = categoricalDivergences(p, q);
        expect(expectK1).toBeCloseTo(klPQ, 9);
        expect(expectK3).toBeCloseTo(klPQ, 9);
        expect(jsd).toBeCloseTo(categoricalDivergences(q, p).jsd, 9);
        expect(jsd).toBeLessThanOrEqual(Math.LN2);
      })
    );
  });
});

describe('klTermFixedPoints', () => {
  it('satisfies r + β π_ref/π = λ where k3 is the loss', () => {
    fc.assert(
      fc.property(distribution, rewards, beta, (ref, r, b) => {
        const { k3LossFixedPoint, lambda } = klTermFixedPoints(ref, r, b);
        expect(sum(k3LossFixedPoint)).toBeCloseTo(1, 9);
        k3LossFixedPoint.forEach((p, i) =>
          expect(r[i]! + (b * ref[i]!) / p).toBeCloseTo(lambda, 6)
        );
      })
    );
  });
});

describe('bradleyTerryMle', () => {
  it('finds the utilities that expected counts were made from', () => {
    fc.assert(
      fc.property(rewards, (drawn) => {
        const mean = sum(drawn) / SIZE;
        const wins = drawn.map((u, i) =>
          drawn.map((w, j) => (i === j ? 0 : 100 / (1 + Math.exp(w - u))))
        );
        const { utilities } = bradleyTerryMle(wins);
        utilities.forEach((u, i) => expect(u).toBeCloseTo(drawn[i]! - mean, 7));
      })
    );
  });

  it('says where there is no maximum, and has one with l2', () => {
    const wins = [
      [0, 3],
      [0, 0]
    ];
    expect(() => bradleyTerryMle(wins)).toThrow('no maximum');
    const [a, b] = bradleyTerryMle(wins, { l2: 0.1 }).utilities;
    expect(a! + b!).toBeCloseTo(0, 12);
    expect(a!).toBeGreaterThan(0);
    expect(() => bradleyTerryMle([[0, 1]])).toThrow('must be a square table');
  });
});

describe('tabular DPO', () => {
  it('has no gradient, and the least loss, at the Boltzmann policy', () => {
    fc.assert(
      fc.property(distribution, rewards, beta, distribution, (ref, r, b, other) => {
        const setting = { ref: [ref], rewards: [r], beta: b };
        const optimum = tabularDpoOptimum(setting);
        const at = (policy: number[]) => tabularDpoLoss(setting, [policy.map(Math.log)]);
        const { loss, gradient } = at(boltzmannPolicy(ref, r, b).policy);
        expect(loss).toBeCloseTo(optimum.loss, 9);
        for (const slope of gradient[0]!) expect(slope).toBeCloseTo(0, 9);
        expect(at(other).loss).toBeGreaterThanOrEqual(optimum.loss - 1e-12);
      })
    );
  });
});

describe("Gao et al.'s forms", () => {
  const d = [0, 0.5, 1, 2, 4];
  const form = { alpha: 1.2, beta: 0.3 };

  it('are found again by their fits', () => {
    const bon = fitGaoBestOfN(
      d,
      d.map((x) => gaoBestOfN(x, form))
    );
    const rl = fitGaoRl(
      d,
      d.map((x) => gaoRl(x, form))
    );
    for (const fit of [bon, rl]) {
      expect(fit.alpha).toBeCloseTo(form.alpha, 9);
      expect(fit.beta).toBeCloseTo(form.beta, 9);
    }
    expect(() => fitGaoRl([0, 1], [0, 1])).toThrow('two different d above 0 are needed');
  });

  it('are greatest at their peaks', () => {
    const [bon, rl] = [gaoBestOfNPeak(form), gaoRlPeak(form)];
    expect(gaoBestOfN(bon.d, form)).toBeCloseTo(bon.reward, 12);
    expect(gaoRl(rl.d, form)).toBeCloseTo(rl.reward, 12);
    for (const factor of [0.9, 1.1]) {
      expect(gaoBestOfN(factor * bon.d, form)).toBeLessThan(bon.reward);
      expect(gaoRl(factor * rl.d, form)).toBeLessThan(rl.reward);
    }
  });
});

describe('ensembleRewards', () => {
  it('takes the mean of the middles for an even number of models, and refuses ragged rows', () => {
    expect(ensembleRewards([[1], [2], [4], [9]], { lambda: 0 }).median).toEqual([3]);
    expect(() => ensembleRewards([[1], [1, 2]], { lambda: 0 })).toThrow('got rows of 1, 2');
  });
});
