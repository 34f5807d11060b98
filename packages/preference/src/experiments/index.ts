/** The experiments by kind, each loaded when it is asked for. */

import type { Experiment } from './experiment.js';

export const EXPERIMENTS = {
  'reward-model-recovery': async () =>
    (await import('./reward-model-recovery.js')).rewardModelRecovery,
  'dpo-closed-form': async () => (await import('./dpo-closed-form.js')).dpoClosedForm,
  'best-of-n': async () => (await import('./best-of-n.js')).bestOfNBound,
  'over-optimisation': async () => (await import('./over-optimisation.js')).overOptimisation,
  ensembles: async () => (await import('./ensembles.js')).ensembles,
  'kl-terms': async () => (await import('./kl-terms.js')).klTerms,
  sycophancy: async () => (await import('./sycophancy.js')).sycophancy,
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
