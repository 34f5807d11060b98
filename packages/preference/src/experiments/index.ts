/** The experiments by kind, each loaded when it is asked for. */

import type { Experiment } from './experiment.js';

/**
 * Loads an experiment, by its kind.
 *
 * @example
 * ```ts
 * const { title, controls } = await EXPERIMENTS['best-of-n']();
 * title; // → 'Best of n against its bound'
 * controls.map(({ name }) => name); // → ['responses', 'levels', 'uniform']
 * ```
 */
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

/**
 * The experiment of this kind, for a kind that is not known beforehand.
 * @throws {RangeError} naming the kinds that there are
 * @example
 * ```ts
 * const experiment = await loadExperiment('best-of-n');
 * const { finding, numbers } = await experiment.run({ seed: 1 }, {});
 * numbers; // → { gapAt16: 0.385, lastKl: 1.5596, winRate: 0.8949 }
 * finding.startsWith('At n = 16, with 5 levels of reward, the KL is 1.45 nats and the bound 1.84;'); // → true
 * const error = await loadExperiment('worst-of-n').catch((error) => error);
 * error.message.startsWith('There is no experiment "worst-of-n"; there are '); // → true
 * ```
 */
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
