/** The proxy rises in all of 20 seeds while the gold reward falls; in the control it does not fall. */

import { describe, expect, it } from 'vitest';
import type { Outcome } from './experiment.js';
import { overOptimisation } from './over-optimisation.js';
import { overSeeds } from './seeds.testing.js';

const SEEDS = 20;
const proxies = ({ charts }: Outcome) => {
  const [lines] = charts[0]!.spec['layer'] as {
    data: { values: { series: string; y: number }[] };
  }[];
  return lines!.data.values.filter(({ series }) => series.startsWith('proxy')).map(({ y }) => y);
};

describe('over-optimisation', () => {
  it('of a misspecified proxy: gold peaks near d = 1 and falls, while the proxy never does', async () => {
    for (const outcome of await overSeeds(overOptimisation, SEEDS)) {
      const { peakD, lastD, lostShare } = outcome.numbers;
      expect(peakD).toBeGreaterThan(0.7);
      expect(peakD).toBeLessThan(1.5);
      expect(lastD).toBeGreaterThan(2.4);
      expect(lostShare).toBeGreaterThan(0.5);
      const rising = proxies(outcome);
      expect(rising).toEqual(rising.toSorted((a, b) => a - b));
      expect(outcome.finding).toContain('lost again');
    }
  });

  it.each(['best-of-n', 'boltzmann'])('does not happen with Gaussian error: %s', async (method) => {
    for (const outcome of await overSeeds(overOptimisation, SEEDS, { proxy: 'gaussian', method })) {
      expect(outcome.numbers['lostShare']).toBeLessThan(0.1);
      expect(outcome.numbers['lastGold']).toBeGreaterThan(0.5);
      expect(outcome.finding).toContain('not fallen');
    }
  });

  it('does not happen where length costs nothing: then the linear proxy is right', async () => {
    for (const { numbers } of await overSeeds(overOptimisation, 5, { lengthCost: 0 })) {
      expect(numbers['lostShare']).toBeLessThan(0.1);
    }
  });

  it('tells on the way what it has seen so far, and stops', async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const running = overOptimisation.run(
      {},
      {
        signal: controller.signal,
        onProgress(done, partial) {
          seen.push(done);
          expect(partial.finding).not.toBe('');
          if (seen.length === 3) controller.abort(new Error('Stop.'));
        }
      }
    );
    await expect(running).rejects.toThrow('Stop.');
    expect(seen).toHaveLength(3);
  });
});
