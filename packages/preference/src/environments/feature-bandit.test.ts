/** The bandit shows over-optimisation in every seed, by what its own docstring says. */

import { describe, expect, it } from 'vitest';
import { bestOfNPoint } from '../closed-form/over-optimisation.js';
import { fitRewardModel } from '../train/fit-reward-model.js';
import { featureBandit } from './feature-bandit.js';

describe('featureBandit', () => {
  it('with a linear proxy: gold peaks near √KL = 1.1 and falls, the proxy rises on, in 3 of 3 seeds', async () => {
    for (let seed = 1; seed <= 3; seed++) {
      const bandit = featureBandit({ seed });
      const [{ weights }] = await fitRewardModel(bandit.pairs(400, seed), {
        steps: 200,
        learningRate: 0.1
      });
      const setting = bandit.setting(weights);
      const path = Array.from({ length: 11 }, (_, power) => bestOfNPoint(setting, 2 ** power));
      const peak = path.reduce((best, point) => (point.gold > best.gold ? point : best));
      expect(peak.d).toBeGreaterThan(0.7);
      expect(peak.d).toBeLessThan(1.5);
      expect(path.at(-1)!.gold).toBeLessThan(peak.gold / 2);
      const proxies = path.map(({ proxy }) => proxy);
      expect(proxies).toEqual(proxies.toSorted((a, b) => a - b));
    }
  });

  it('compares different candidates, the same for the same seed', () => {
    const bandit = featureBandit({ candidates: 3, seed: 2 });
    const pairs = bandit.pairs(50, 7);
    expect(pairs).toEqual(featureBandit({ candidates: 3, seed: 2 }).pairs(50, 7));
    for (let row = 0; row < 50; row++) {
      expect(pairs.chosen.slice(2 * row, 2 * row + 2)).not.toEqual(
        pairs.rejected.slice(2 * row, 2 * row + 2)
      );
    }
  });

  it('refuses what cannot be compared', () => {
    expect(() => featureBandit({ candidates: 1 })).toThrow('candidates is 1;');
    expect(() => featureBandit().setting([1])).toThrow('weights has 1 values; the bandit wants 2.');
  });
});
