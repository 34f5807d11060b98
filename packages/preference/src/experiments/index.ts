/** The experiments by kind, each loaded when it is asked for. */

import type { Experiment } from './experiment.js';

export const EXPERIMENTS = {
  'over-optimisation': async () => (await import('./over-optimisation.js')).overOptimisation,
  'reward-hacking': async () => (await import('./reward-hacking.js')).rewardHacking,
  'ppo-knobs': async () => (await import('./ppo-knobs.js')).ppoKnobs,
  'grpo-normalisers': async () => (await import('./grpo-normalisers.js')).grpoNormalisers,
  'iterated-drift': async () => (await import('./iterated-drift.js')).iteratedDrift,
  'alignment-tax': async () => (await import('./alignment-tax.js')).alignmentTax,
  imitation: async () => (await import('./imitation.js')).imitation
} satisfies Record<string, () => Promise<Experiment>>;

/** @throws {RangeError} naming the kinds that there are */
export async function loadExperiment(kind: string): Promise<Experiment> {
  if (!Object.hasOwn(EXPERIMENTS, kind)) {
    throw new RangeError(
      `There is no experiment "${kind}"; there are ${Object.keys(EXPERIMENTS).join(', ')}.`
    );
  }
  return EXPERIMENTS[kind as keyof typeof EXPERIMENTS]();
}

export type { Context, Control, Experiment, Outcome, Settings } from './experiment.js';
export { completeSettings, DEFAULT_SEED, defaultSettings } from './settings.js';
