/** With the liking feedback drifts, without it it does not, in each of 3 seeds. */

import { describe, expect, it } from 'vitest';
import { iteratedDrift } from './iterated-drift.js';
import { overSeeds } from './seeds.testing.js';

describe('iterated feedback', () => {
  it('drifts to what annotators like: more marks than at first, less of what is meant', async () => {
    for (const { numbers, finding } of await overSeeds(iteratedDrift, 3)) {
      expect(numbers['lastMarks']).toBeGreaterThan(5 * numbers['firstMarks']!);
      expect(numbers['lastGold']).toBeLessThan(numbers['firstGold']! - 4);
      // Which the reward model does not say.
      expect(numbers['lastReward']).toBeGreaterThan(3);
      expect(finding).toContain('drifted away');
    }
  });

  it('does not where they like only what is meant', async () => {
    for (const { numbers, finding } of await overSeeds(iteratedDrift, 2, { liking: 0 })) {
      expect(numbers['lastMarks']).toBeLessThan(2);
      expect(numbers['lastGold']).toBeGreaterThan(numbers['bestGold']! - 0.5);
      expect(finding).toContain('near its best');
    }
  });
});
