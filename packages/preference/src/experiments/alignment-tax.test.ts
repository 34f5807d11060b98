/** PPO makes the policy worse at what is not rewarded; PPO-ptx buys much of it back, for some reward, in each of 3 seeds. */

import { describe, expect, it } from 'vitest';
import { alignmentTax } from './alignment-tax.js';
import { overSeeds } from './seeds.testing.js';

describe('the alignment tax', () => {
  it('is paid, and partly bought back', async () => {
    for (const { numbers, finding } of await overSeeds(alignmentTax, 3)) {
      expect(numbers['tax']).toBeGreaterThan(0.4);
      expect(numbers['taxWithPtx']).toBeLessThan(0.75 * numbers['tax']!);
      expect(numbers['reward']).toBeGreaterThan(2.5);
      expect(numbers['rewardWithPtx']).toBeGreaterThan(1.5);
      expect(finding).toContain('is bought back');
    }
  });

  it('is little where β is great, since little is learned', async () => {
    const { numbers } = await alignmentTax.run({ klCoef: 1, ptxCoef: 0 }, {});
    expect(numbers['tax']).toBeLessThan(0.3);
    expect(numbers['reward']).toBeLessThan(2);
    // Without a weight, the second run is the first.
    expect(numbers['taxWithPtx']).toBe(numbers['tax']);
  });
});
