/** An experiment under many seeds, for tests of what it claims. */

import type { Experiment, Outcome, Settings } from './experiment.js';

/** @returns the outcome of each seed from 1 on */
export async function overSeeds(
  experiment: Experiment,
  count: number,
  settings: Settings = {}
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let seed = 1; seed <= count; seed++) {
    outcomes.push(await experiment.run({ ...settings, seed }, {}));
  }
  return outcomes;
}
