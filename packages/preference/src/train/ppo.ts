/** Proximal policy optimisation of a character policy, a token at a time. */

import { adaptKlCoef, type AdaptiveKlOptions } from '../estimators/adaptive-kl.js';
import type { CharacterPolicy } from '../policies/character-policy.js';
import { beginAt, learningRateFor, update, type CharacterTrainState } from './optimizer.js';
import { meanMetrics, ppoMetrics, type MinibatchMetrics, type PpoMetrics } from './ppo-metrics.js';
import { addPpoGradient, experienceOf, type PpoObjective } from './ppo-step.js';
import type { Reward } from './reward.js';
import { chance, minibatches, Rollouts, type RolloutOptions } from './rollout.js';
import { Imitation, type CharacterDemonstration } from './sft.js';
import { requireCount, runSteps, type Report, type TrainOptions } from './train-loop.js';

export interface PpoTrainerOptions extends TrainOptions<PpoMetrics>, RolloutOptions, PpoObjective {
  /** Completions a step, of the prompts in turn. Default 64. */
  batchSize?: number | undefined;
  /** Passes over the completions of a step. Default 4. */
  numPpoEpochs?: number | undefined;
  /** Updates a pass. Default 1. */
  numMiniBatches?: number | undefined;
  /** β of the KL from the reference, in the reward of each token. Default 0.05. */
  klCoef?: number | undefined;
  /** Steers β to hold the KL near a target. Default: β stays. */
  adaptiveKl?: AdaptiveKlOptions | undefined;
  /** PPO-ptx: `coef` times the loss of imitating `batchSize` (32) demonstrations is added to that of each update. */
  ptx?:
    | { demonstrations: readonly CharacterDemonstration[]; coef: number; batchSize?: number }
    | undefined;
  /** Go on from here: nothing in it is changed. */
  state?: PpoState | undefined;
}

export interface PpoState extends CharacterTrainState {
  /** β now; it changes where it is adaptive */
  klCoef: number;
}

/**
 * Each step: completions of the prompts are sampled and scored, then the policy and its value head learn from them. The
 * score is given at the end, −β KL from the reference at each token.
 *
 * Source: Schulman et al. 2017; for text Ziegler et al. 2019 and Ouyang et al. 2022 (γ L_sft: its eq. 2). TRL:
 * `PPOTrainer`, with its metrics' names; policy and values share one network, as CleanRL's and Ziegler et al.'s do, and
 * not TRL's. Pure: the same inputs, options and state give the same result.
 *
 * @param prompts [''] is one
 * @param reward scores completions; it is given batches of them
 * @param reference the policy that it starts with, and that the KL is measured from
 * @param options learningRate is 0.05 for a bigram, 0.003 for a transformer by default
 * @throws {RewardError} where the reward gives no scores
 * @throws {RangeError} where a prompt does not fit, or an option is out of range
 * @example
 * ```ts
 * // Rewarded is how often "a" is written.
 * const reward = (completions) => completions.map((text) => text.split('a').length - 1);
 * const reference = characterPolicy({ characters: 'abc' });
 * const [{ policy }, reports] = await ppo([''], reward, reference, {
 *   steps: 6,
 *   batchSize: 32,
 *   maxCompletionLength: 6,
 *   reportEvery: 1
 * });
 * reports.at(0).metrics; // → { 'objective/scores': 0.5938, 'objective/kl': 0 }
 * // It pays in KL for what it gains.
 * reports.at(-1).metrics; // → { 'objective/scores': 2.4688, 'objective/kl': 1.1674 }
 * sampleCompletions(policy, [''], { maxCompletionLength: 6, temperature: 0 })[0].completion; // → 'aaaaaa'
 * ```
 */
export async function ppo(
  prompts: readonly string[],
  reward: Reward,
  reference: CharacterPolicy,
  options: PpoTrainerOptions
): Promise<[PpoState, Report<PpoMetrics>[]]> {
  const { batchSize = 64, numPpoEpochs = 4, numMiniBatches = 1, seed = 0, ptx } = options;
  const { klCoef = 0.05, adaptiveKl } = options;
  requireCount('batchSize', batchSize, 1);
  requireCount('numPpoEpochs', numPpoEpochs, 1);
  requireCount('numMiniBatches', numMiniBatches, 1);
  if (numMiniBatches > batchSize) {
    throw new RangeError(
      `numMiniBatches is ${numMiniBatches}; it must be at most batchSize, ${batchSize}.`
    );
  }
  if (!(klCoef >= 0 && klCoef < Infinity)) {
    throw new RangeError(`klCoef is ${klCoef}; it must be finite and at least 0.`);
  }
  const rollouts = new Rollouts(reference, prompts, reward, options);
  const learningRate = learningRateFor(reference, options.learningRate);
  const imitation = ptx && new Imitation(reference, ptx.demonstrations);
  const state: PpoState = { klCoef, ...beginAt(reference, options.state) };
  const gradient = new Float32Array(reference.parameters.length);

  const reports = await runSteps<PpoMetrics>(
    state.step,
    options,
    async (done, _reported, pause) => {
      const rollout = await rollouts.at(done, state.policy.parameters, {
        groups: batchSize,
        each: 1
      });
      await pause();
      const experience = experienceOf(
        rollouts,
        rollout,
        state.policy,
        reference,
        state.klCoef,
        options
      );
      const order = chance(seed, done, 'minibatches');
      const demonstrations = chance(seed, done, 'demonstrations');
      const parts: MinibatchMetrics[] = [];
      for (let epoch = 0; epoch < numPpoEpochs; epoch++) {
        for (const batch of minibatches(batchSize, numMiniBatches, order)) {
          gradient.fill(0);
          const metrics = await addPpoGradient(
            rollouts,
            experience,
            batch,
            state.policy,
            options,
            gradient
          );
          if (ptx && imitation) {
            const some = Array.from(
              { length: Math.min(ptx.batchSize ?? 32, imitation.count) },
              () => demonstrations.integer(imitation.count)
            );
            const { loss } = imitation.addGradient(state.policy, some, gradient, ptx.coef);
            metrics['loss/ptx_avg'] = loss;
          }
          update(state, gradient, learningRate);
          parts.push(metrics);
          await pause();
        }
      }
      state.step = done + 1;
      const metrics = {
        ...ppoMetrics({ ...experience, ended: rollout.ended }, state.klCoef),
        ...meanMetrics(parts),
        lr: learningRate,
        episode: state.step * batchSize
      };
      if (adaptiveKl) {
        state.klCoef = adaptKlCoef(state.klCoef, metrics['objective/kl'], batchSize, adaptiveKl);
      }
      return metrics;
    }
  );
  return [state, reports];
}
