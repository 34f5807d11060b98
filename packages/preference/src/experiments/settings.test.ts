/** Settings are completed from the controls, and refused where a control could not have them. */

import { describe, expect, it } from 'vitest';
import { EXPERIMENTS, loadExperiment } from './index.js';
import { overOptimisation } from './over-optimisation.js';
import { completeSettings, defaultSettings } from './settings.js';

describe('completeSettings', () => {
  it('fills in what is missing', () => {
    const settings = completeSettings(overOptimisation, { pairs: 77, seed: 5 });
    expect(settings).toMatchObject({ pairs: 77, seed: 5, proxy: 'misspecified', lengthCost: 0.7 });
  });

  it.each([
    [{ pair: 3 }, 'there is no setting "pair"; there are proxy, method, lengthCost, pairs, seed.'],
    [{ pairs: 1e9 }, 'pairs is 1000000000; it must be a number from 50 to 3200.'],
    [{ pairs: '100' }, 'pairs is "100"; it must be a number from 50 to 3200.'],
    [{ proxy: 'best' }, 'proxy is "best"; it must be one of "misspecified", "gaussian".'],
    [{ seed: 0.5 }, 'seed is 0.5; it must be a whole number.']
  ])('refuses %j', (given, message) => {
    expect(() => completeSettings(overOptimisation, given)).toThrow(message);
  });
});

describe('every experiment', () => {
  it.each(Object.keys(EXPERIMENTS))(
    '%s has controls that can have their own values',
    async (kind) => {
      const experiment = await loadExperiment(kind);
      expect(experiment.kind).toBe(kind);
      expect(() => completeSettings(experiment, defaultSettings(experiment))).not.toThrow();
      const names = experiment.controls.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  );

  it('is asked for by a kind that there is', async () => {
    await expect(loadExperiment('toString')).rejects.toThrow('; there are reward-model-recovery, ');
  });
});
