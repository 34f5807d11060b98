/** What holds of every experiment: the same to the bit from a seed, charts without gaps, progress, and Stop. */

import { describe, expect, it } from 'vitest';
import type { Outcome } from './experiment.js';
import { EXPERIMENTS, loadExperiment } from './index.js';

describe.each(Object.keys(EXPERIMENTS))('%s', (kind) => {
  it('says the same of the same seed, and something on the way', async () => {
    const experiment = await loadExperiment(kind);
    const parts: [number, Outcome][] = [];
    const outcome = await experiment.run(
      { seed: 4 },
      { onProgress: (done, partial) => parts.push([done, partial]) }
    );
    expect(await experiment.run({ seed: 4 }, {})).toEqual(outcome);

    expect(parts.length).toBeGreaterThan(2);
    const shares = parts.map(([done]) => done);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
    for (const said of [outcome, ...parts.map(([, partial]) => partial)]) {
      expect(Object.values(said.numbers).every(Number.isFinite)).toBe(true);
      const words = said.charts.map(({ alternative }) => alternative);
      expect([said.finding, ...words].join(' ')).not.toMatch(/NaN|undefined|∞|no values/);
    }
  });

  it('stops on the signal, with its reason, having said something else of each seed', async () => {
    const experiment = await loadExperiment(kind);
    const stoppedWith = async (seed: number) => {
      const controller = new AbortController();
      let last: Outcome | undefined;
      const onProgress = (_done: number, partial: Outcome) => {
        last = partial;
        controller.abort(new Error('Enough.'));
      };
      const running = experiment.run({ seed }, { signal: controller.signal, onProgress });
      await expect(running).rejects.toThrow('Enough.');
      return last?.charts;
    };
    expect(await stoppedWith(4)).not.toEqual(await stoppedWith(5));
  });
});
