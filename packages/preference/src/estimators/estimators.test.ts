/** Laws of the estimators, and what they refuse. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adaptKlCoef } from './adaptive-kl.js';
import { groupAdvantages, rlooAdvantages } from './advantages.js';
import { gaeMasked, gaeWithDones } from './gae.js';
import { trlRollout } from './trl-rewards.js';
import { maskedWhiten } from './whiten.js';

const number = fc.double({ min: -5, max: 5, noNaN: true });
const row = fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 8 });
const sum = (xs: number[]) => xs.reduce((total, x) => total + x, 0);

describe('GAE', () => {
  it('with λ = 1 is the discounted sum of rewards minus the value', () => {
    fc.assert(
      fc.property(row, fc.double({ min: 0, max: 1, noNaN: true }), (steps, gamma) => {
        const [rewards, values] = [steps.map(([r]) => r), steps.map(([, v]) => v)];
        const { advantages } = gaeMasked(
          { rewards: [rewards], values: [values], mask: [rewards.map(() => 1)] },
          { gamma, lam: 1 }
        );
        advantages[0]!.forEach((advantage, t) => {
          const discounted = sum(rewards.slice(t).map((r, k) => gamma ** k * r));
          expect(advantage).toBeCloseTo(discounted - values[t]!, 8);
        });
      })
    );
  });

  it('with λ = 0 is the temporal difference, and does not reach over the end of an episode', () => {
    const { advantages } = gaeWithDones(
      {
        rewards: [[1, 2, 3]],
        values: [[0.5, 0.25, 1]],
        dones: [[0, 0, 1]],
        nextValue: [10],
        nextDone: [0]
      },
      { gamma: 0.5, lam: 0 }
    );
    expect(advantages).toEqual([[1 + 0.5 * 0.25 - 0.5, 2 - 0.25, 3 + 0.5 * 10 - 1]]);
  });

  it('names shapes that do not go together', () => {
    expect(() =>
      gaeMasked({ rewards: [[1, 2]], values: [[1]], mask: [[1, 1]] }, { gamma: 1, lam: 1 })
    ).toThrow(
      'gaeMasked: one shape [B, T] is wanted of all; got rewards [1, 2], values [1, 1], mask [1, 2].'
    );
    expect(() =>
      gaeMasked({ rewards: [[1]], values: [[1]], mask: [[1]] }, { gamma: 2, lam: 1 })
    ).toThrow('gaeMasked: gamma must be in [0, 1]; got 2.');
  });
});

describe('trlRollout', () => {
  it('refuses an index outside its row', () => {
    const rows = [[-1, -1]];
    expect(() =>
      trlRollout(
        { logprobs: rows, refLogprobs: rows, values: rows, scores: [1], lastTokenIndex: [2] },
        { gamma: 1, lam: 1, klCoef: 0.1, klEstimator: 'k1' }
      )
    ).toThrow('indices in 0 … 1; got 1 scores and [2].');
  });
});

describe('maskedWhiten', () => {
  it('gives the kept entries mean 0 and variance 1, and the others 0', () => {
    const [whitened] = maskedWhiten([[1, 5, 2, 9]], [[true, true, true, false]]);
    const kept = whitened!.slice(0, 3);
    expect(whitened![3]).toBe(0);
    expect(sum(kept)).toBeCloseTo(0, 12);
    expect(sum(kept.map((x) => x * x)) / 2).toBeCloseTo(1, 7);
  });
});

describe('advantages of groups', () => {
  const groups = fc.array(fc.array(number, { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4
  });

  it('sum to 0 over each, in GRPO and RLOO', () => {
    fc.assert(
      fc.property(groups, fc.constantFrom('group', 'batch', 'none'), (drawn, scaleRewards) => {
        const rewards = drawn.flat();
        const grpo = groupAdvantages(rewards, { numGenerations: 4, scaleRewards }).advantages;
        for (const advantages of [grpo, rlooAdvantages(rewards, 4)]) {
          drawn.forEach((_, g) =>
            expect(sum(advantages.slice(4 * g, 4 * g + 4))).toBeCloseTo(0, 6)
          );
        }
      })
    );
  });

  it('of RLOO are the reward minus the mean of the others', () => {
    expect(rlooAdvantages([1, 2, 6], 3)).toEqual([-3, -1.5, 4.5]);
  });

  it('refuse a batch that is no whole number of groups', () => {
    expect(() => groupAdvantages([1, 2, 3], { numGenerations: 2 })).toThrow(
      'groupAdvantages: the number of rewards must be a multiple of numGenerations; got 3 and 2.'
    );
    expect(() => rlooAdvantages([1], 1)).toThrow('numGenerations must be at least 2; got 1.');
  });
});

describe('adaptKlCoef', () => {
  it('rests at the target, and goes up above it by a bounded step', () => {
    const options = { target: 6, horizon: 1000 };
    expect(adaptKlCoef(0.2, 6, 100, options)).toBe(0.2);
    expect(adaptKlCoef(0.2, 600, 100, options)).toBeCloseTo(0.2 * 1.02, 12);
    expect(() => adaptKlCoef(0.2, 6, 1, { target: 0, horizon: 1 })).toThrow('above 0; got 0 and 1');
  });
});
