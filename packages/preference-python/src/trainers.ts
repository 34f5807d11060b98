/** Trainers that Python can start, by their TypeScript names: each takes its data, then its options. */

import * as pref from '@lectern/preference';
import { useCpuBackend } from './cpu-backend.js';
import { annotatorOf, type AnnotatorPlan } from './functions.js';

type Trainer = (...args: never[]) => Promise<[unknown, readonly unknown[]]>;

export const TRAINERS: Record<string, Trainer> = {
  fitRewardModel: pref.fitRewardModel,
  dpo: pref.dpo,
  sft: pref.sft,
  ppo: withTensors(pref.ppo),
  grpo: withTensors(pref.grpo),
  sampleBestOfN: pref.sampleBestOfN,
  critiqueAndRevise: pref.critiqueAndRevise,
  iterate: withTensors(
    (
      prompts: string[],
      annotator: AnnotatorPlan,
      features: pref.FeatureOptions & { fittedOn: string[] },
      reference: pref.CharacterPolicy,
      options: pref.IterateOptions
    ) =>
      pref.iterate(
        prompts,
        annotatorOf(annotator),
        pref.featurizer(features.fittedOn, features),
        reference,
        options
      )
  )
};

/** Their losses are tensor work, which wants a backend. */
function withTensors(trainer: Trainer): Trainer {
  return (...args) => {
    useCpuBackend();
    return trainer(...args);
  };
}
