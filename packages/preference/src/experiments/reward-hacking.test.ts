/** The reward rises while real words disappear, in each of 3 seeds; a greater β prevents it; Python's rewards count. */

import { describe, expect, it } from 'vitest';
import { rewardHacking } from './reward-hacking.js';
import { overSeeds } from './seeds.testing.js';

describe('reward hacking', () => {
  it('of exclamation marks: many times the reward, and hardly a real word', async () => {
    for (const { numbers, finding } of await overSeeds(rewardHacking, 3)) {
      expect(numbers['lastReward']).toBeGreaterThan(5 * numbers['firstReward']!);
      expect(numbers['lastWords']).toBeLessThan(numbers['firstWords']! / 2);
      expect(finding).toContain('without what was meant');
    }
  });

  it('does not happen where β is great', async () => {
    for (const { numbers } of await overSeeds(rewardHacking, 2, { klCoef: 5, steps: 25 })) {
      expect(numbers['lastReward']).toBeLessThan(2 * numbers['firstReward']! + 0.2);
      expect(numbers['lastWords']).toBeGreaterThan(numbers['firstWords']! / 2);
    }
  });

  it('is of the reward that Python gives, where it gives one', async () => {
    const asked: number[] = [];
    const scoreWithPython = (texts: string[]) => {
      asked.push(texts.length);
      return Promise.resolve(texts.map((text) => -text.length));
    };
    const { numbers } = await rewardHacking.run({ steps: 25 }, { scoreWithPython });
    expect(asked).toEqual(new Array(25).fill(32));
    expect(numbers['lastReward']).toBeGreaterThan(-2);
    expect(numbers['firstReward']).toBeLessThan(-4);
  });
});
