/** Group relative policy optimisation of a character policy. */

import * as tf from '@tensorflow/tfjs-core';
import { groupAdvantages } from '../estimators/advantages.js';
import type { GrpoLossType } from '../losses/grpo-variants.js';
import { grpoLoss, type GrpoOptions } from '../losses/grpo.js';
import type { CharacterPolicy } from '../policies/character-policy.js';
import { maskOf, tokenPass, type TokenPass } from '../policies/completions.js';
import { differentiate } from '../tensor/differentiate.js';
import { grpoMetrics, type GrpoMetrics, type GrpoUpdateMetrics } from './grpo-metrics.js';
import { beginAt, learningRateFor, update, type CharacterTrainState } from './optimizer.js';
import type { Reward } from './reward.js';
import { chance, minibatches, Rollouts, type Rollout, type RolloutOptions } from './rollout.js';
import { requireCount, runSteps, type Report, type TrainOptions } from './train-loop.js';

export interface GrpoTrainerOptions
  extends
    Omit<TrainOptions<GrpoMetrics>, 'batchSize'>,
    RolloutOptions,
    Omit<GrpoOptions, 'maxCompletionLength' | 'numItemsInBatch' | 'lossType'> {
  /** G: completions a prompt, which are compared with each other. Default 8. */
  numGenerations?: number | undefined;
  /** Prompts a step, in turn. Default 8. */
  promptsPerStep?: number | undefined;
  /** μ: passes over the completions of a step. Default 1. */
  numIterations?: number | undefined;
  /** Updates a pass, each of a part of the completions. Default 1. */
  stepsPerGeneration?: number | undefined;
  /** Default dapo, as in TRL; its tokens are counted in the part that an update is of. */
  lossType?: GrpoLossType | undefined;
  /** What advantages are divided by: see `groupAdvantages`. Default group. */
  scaleRewards?: 'group' | 'batch' | 'none' | undefined;
  /** Completions that did not end are not learned from. Default false. */
  maskTruncatedCompletions?: boolean | undefined;
  /** Go on from here: nothing in it is changed. */
  state?: CharacterTrainState | undefined;
}

/**
 * Each step: groups of completions of the same prompts are sampled and scored, each is rewarded for what it is better
 * than its group, and the policy learns from that: no value head.
 *
 * Source: Shao et al. 2024; what `lossType` and `scaleRewards` name, see `grpoLoss` and `groupAdvantages`. TRL:
 * `GRPOTrainer`, with its metrics' names. A step is one generation, where TRL counts each update. Pure: the same inputs,
 * options and state give the same result.
 *
 * @param prompts [''] is one
 * @param reward scores completions; it is given batches of them
 * @param reference the policy that it starts with, and that the KL is measured from where beta > 0
 * @param options learningRate is 0.05 for a bigram, 0.003 for a transformer by default
 * @throws {RewardError} where the reward gives no scores
 * @throws {RangeError} where a prompt does not fit, or an option is out of range
 * @example
 * ```ts
 * // Rewarded is how often "a" is written.
 * const reward = (completions) => completions.map((text) => text.split('a').length - 1);
 * const reference = characterPolicy({ characters: 'abc' });
 * const [{ policy }, reports] = await grpo([''], reward, reference, {
 *   steps: 20,
 *   maxCompletionLength: 6,
 *   learningRate: 0.1,
 *   reportEvery: 1
 * });
 * reports.at(0).metrics.reward; // → 0.7188
 * reports.at(-1).metrics.reward; // → 4.625
 * sampleCompletions(policy, [''], { maxCompletionLength: 6, temperature: 0 })[0].completion; // → 'aaaaaa'
 * ```
 */
export async function grpo(
  prompts: readonly string[],
  reward: Reward,
  reference: CharacterPolicy,
  options: GrpoTrainerOptions
): Promise<[CharacterTrainState, Report<GrpoMetrics>[]]> {
  const {
    numGenerations = 8,
    promptsPerStep = 8,
    numIterations = 1,
    stepsPerGeneration = 1
  } = options;
  const { scaleRewards = 'group', beta = 0, seed = 0 } = options;
  requireCount('numGenerations', numGenerations, 2);
  requireCount('promptsPerStep', promptsPerStep, 1);
  requireCount('numIterations', numIterations, 1);
  requireCount('stepsPerGeneration', stepsPerGeneration, 1);
  const completions = numGenerations * promptsPerStep;
  if (stepsPerGeneration > completions) {
    throw new RangeError(
      `stepsPerGeneration is ${stepsPerGeneration}; a step has ${completions} completions.`
    );
  }
  const rollouts = new Rollouts(reference, prompts, reward, options);
  const learningRate = learningRateFor(reference, options.learningRate);
  const state = beginAt(reference, options.state);
  const gradient = new Float32Array(reference.parameters.length);
  const passOf = ({ parameters }: CharacterPolicy, rows: Rollout['rows']): TokenPass =>
    tokenPass(
      rollouts.network,
      rollouts.vocabulary,
      parameters,
      rows,
      rollouts.length,
      rollouts.temperature
    );

  const reports = await runSteps<GrpoMetrics>(
    state.step,
    options,
    async (done, _reported, pause) => {
      const rollout = await rollouts.at(done, state.policy.parameters, {
        groups: promptsPerStep,
        each: numGenerations
      });
      await pause();
      const group = groupAdvantages(rollout.scores, { numGenerations, scaleRewards });
      const old = passOf(state.policy, rollout.rows).logps;
      const ref = beta > 0 ? passOf(reference, rollout.rows).logps : undefined;
      const random = chance(seed, done, 'minibatches');
      const parts: GrpoUpdateMetrics[] = [];
      for (let iteration = 0; iteration < numIterations; iteration++) {
        for (const batch of minibatches(completions, stepsPerGeneration, random)) {
          const part = {
            rollout,
            batch,
            advantages: batch.map((index) => group.advantages[index]!),
            old: rowsAt(old, batch, rollouts.length),
            ref: ref && rowsAt(ref, batch, rollouts.length)
          };
          const pass = passOf(
            state.policy,
            batch.map((index) => rollout.rows[index]!)
          );
          gradient.fill(0);
          parts.push(await addGrpoGradient(pass, part, rollouts.length, options, gradient));
          update(state, gradient, learningRate);
          await pause();
        }
      }
      state.step = done + 1;
      return grpoMetrics(rollout, group.fracRewardZeroStd, parts, learningRate);
    }
  );
  return [state, reports];
}

interface GrpoPart {
  rollout: Rollout;
  /** (b) indices of completions */
  batch: readonly number[];
  /** (b) */
  advantages: number[];
  /** (b, T) log-probabilities, nats */
  old: Float32Array;
  ref: Float32Array | undefined;
}

/** Adds the gradient of the loss over a part of the completions. */
async function addGrpoGradient(
  pass: TokenPass,
  { rollout, batch, advantages, old, ref }: GrpoPart,
  length: number,
  { maskTruncatedCompletions = false, lossType = 'dapo', ...options }: GrpoTrainerOptions,
  gradient: Float32Array
): Promise<GrpoUpdateMetrics> {
  const shape: [number, number] = [batch.length, length];
  const mask = maskOf(
    batch.map((index) => rollout.rows[index]!),
    length
  );
  for (const [row, index] of batch.entries()) {
    if (maskTruncatedCompletions && !rollout.ended[index]) {
      mask.fill(0, row * length, (row + 1) * length);
    }
  }
  const { metrics, gradients } = await differentiate([{ values: pass.logps, shape }], (logps) => {
    const { perTokenLoss: _each, ...scalars } = grpoLoss(
      {
        logps: logps,
        oldLogps: tf.tensor2d(old, shape),
        refLogps: ref && tf.tensor2d(ref, shape),
        mask: tf.tensor2d(mask, shape),
        advantages: tf.tensor1d(advantages)
      },
      { ...options, lossType, maxCompletionLength: length }
    );
    return scalars;
  });
  pass.backward(gradients[0]!, undefined, gradient);
  const tokens = Math.max(
    1,
    mask.reduce((sum, one) => sum + one, 0)
  );
  const entropy = pass.entropies.reduce((sum, one, at) => sum + one * mask[at]!, 0) / tokens;
  return { ...metrics, entropy };
}

/** Rows of (B, T) as (b, T). */
function rowsAt(values: Float32Array, rows: readonly number[], length: number): Float32Array {
  const some = new Float32Array(rows.length * length);
  for (const [row, index] of rows.entries()) {
    some.set(values.subarray(index * length, (index + 1) * length), row * length);
  }
  return some;
}
