/** SFT ends where its authors are, feedback on the same texts goes beyond, in each of 3 seeds. */

import { describe, expect, it } from 'vitest';
import { imitation, rightSteps } from './imitation.js';
import { overSeeds } from './seeds.testing.js';

describe('imitation', () => {
  it('reaches its authors and not more; feedback on the same texts does', async () => {
    for (const { numbers, finding } of await overSeeds(imitation, 3)) {
      const { demonstrations, imitated, optimised } = numbers;
      expect(Math.abs(imitated! - demonstrations!)).toBeLessThan(0.05);
      expect(optimised).toBeGreaterThan(demonstrations! + 0.15);
      expect(finding).toContain('more than what was shown');
    }
  });

  it('the worse its authors, the worse; and feedback needs comparisons', async () => {
    const [good, bad, unsure] = await Promise.all(
      [{ errorRate: 0.1 }, { errorRate: 0.5 }, { errorRate: 0.5, pairs: 10 }].map(
        async (settings) => (await imitation.run(settings, {})).numbers
      )
    );
    expect(good!['imitated']).toBeGreaterThan(bad!['imitated']! + 0.25);
    expect(bad!['optimised']).toBeGreaterThan(unsure!['optimised']! + 0.1);
  });

  it('counts steps to the next letter, of those that there was room for', () => {
    expect(rightSteps('abcdabcdabcd')).toBe(1);
    expect(rightSteps('dcbadcbadcba')).toBe(0);
    expect(rightSteps('abc')).toBeCloseTo(2 / 11, 12);
    expect(rightSteps('')).toBe(0);
  });
});
