/** Both biases of GRPO's normalisers, and that they go where their cause is taken away, in each of 3 seeds. */

import { describe, expect, it } from 'vitest';
import { grpoNormalisers } from './grpo-normalisers.js';
import { overSeeds } from './seeds.testing.js';

const SEEDS = 3;

describe('GRPO’s normalisers', () => {
  it('by default: both biases', async () => {
    for (const { numbers, finding } of await overSeeds(grpoNormalisers, SEEDS)) {
      expect(numbers['hardWeight']! + numbers['easyWeight']!).toBeGreaterThan(0.35);
      expect(numbers['wrongLength']).toBeGreaterThan(2 * numbers['firstLength']!);
      expect(numbers['rightLength']).toBeLessThan(numbers['firstLength']! / 1.7);
      expect(finding).toContain('far longer than right ones');
    }
  });

  it('of Dr. GRPO: a question counts as its reward varies, p (1 − p), and length does not change', async () => {
    const settings = { lossType: 'dr_grpo', scaleRewards: 'none' };
    const exact = (0.03 * 0.97) / 0.25;
    for (const { numbers, finding } of await overSeeds(grpoNormalisers, SEEDS, settings)) {
      expect(Math.abs((numbers['hardWeight']! + numbers['easyWeight']!) / 2 - exact)).toBeLessThan(
        0.035
      );
      const ratio = numbers['wrongLength']! / numbers['rightLength']!;
      expect(Math.abs(Math.log(ratio))).toBeLessThan(Math.log(2.5));
      expect(finding).toContain('by chance');
    }
  });
});
