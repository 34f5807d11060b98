/** Trainers that Python can start, by their TypeScript names: each takes its data, then its options. */

import * as pref from '@lectern/preference';

type Trainer = (...args: never[]) => Promise<[unknown, readonly unknown[]]>;

export const TRAINERS: Record<string, Trainer> = {
  fitRewardModel: pref.fitRewardModel,
  dpo: pref.dpo,
  sft: pref.sft,
  ppo: pref.ppo,
  grpo: pref.grpo
};
