/** Direct preference optimisation of a tabular policy. It needs no reward model. */

import { adamStep, noMoments, type Moments } from '../kernels/adam.js';
import {
  tabularDpo,
  type DpoMetrics,
  type TabularDpoOptions,
  type TabularPairs
} from '../kernels/tabular-dpo.js';
import { logProbabilities, type TabularPolicy } from '../policies/tabular.js';
import {
  Batches,
  requireFinite,
  requireLength,
  runSteps,
  type Report,
  type TrainOptions
} from './train-loop.js';

export interface DpoOptions extends TrainOptions<DpoMetrics>, Partial<TabularDpoOptions> {
  /** Go on from here: nothing in it is changed. Default: from the reference. */
  state?: DpoState | undefined;
}

export interface DpoState extends TabularPolicy {
  step: number;
  moments: Moments;
}

/**
 * Minimises the DPO loss by Adam, from the reference. Pure: the same data, options and state give the same result.
 *
 * Source: Rafailov et al. 2023, eq. 7; metrics as TRL's `DPOTrainer`: implicit rewards are β (log π − log ref).
 *
 * @param reference the policy that KL is measured from; its logits need not be normalised
 * @param options beta is 0.1 and learningRate 0.05 by default
 * @returns the policy, and what was reported on the way
 * @throws {RangeError} where lengths or indices do not fit, or a value is not finite
 */
export async function dpo(
  pairs: TabularPairs,
  reference: TabularPolicy,
  options: DpoOptions
): Promise<[DpoState, Report<DpoMetrics>[]]> {
  const { responses, logits } = reference;
  const prompts = logits.length / responses;
  requireLength(
    'logits',
    logits.length,
    Math.floor(prompts) * responses,
    `${responses} responses a prompt`
  );
  requireFinite('logits', logits);
  requirePairs(pairs, prompts, responses);
  const { learningRate = 0.05, batchSize, seed = 0, beta = 0.1, labelSmoothing = 0 } = options;
  if (!(beta > 0)) throw new RangeError(`beta is ${beta}; it must be above 0.`);
  const state = options.state
    ? structuredClone(options.state)
    : { step: 0, logits: logits.slice(), responses, moments: noMoments(logits.length) };
  requireLength('state.logits', state.logits.length, logits.length, 'the reference');
  const fixed = logProbabilities(reference);
  const batches = new Batches(pairs.prompts.length, batchSize, seed);
  const gradient = new Float32Array(logits.length);
  const reports = await runSteps<DpoMetrics>(state.step, options, (done, isReported) => {
    const batch = batches.at(done);
    const loss = tabularDpo(pairs, state.logits, fixed, responses, batch, gradient, {
      beta,
      labelSmoothing
    });
    // Of the policy that the loss is of, as in TRL: before this step.
    const metrics = isReported
      ? { loss, ...rewardMetrics(pairs, state, fixed, batch, beta) }
      : undefined;
    adamStep(state.logits, gradient, state.moments, done + 1, { learningRate });
    state.step = done + 1;
    return metrics;
  });
  return [state, reports];
}

function rewardMetrics(
  { prompts, chosen, rejected }: TabularPairs,
  policy: TabularPolicy,
  reference: Float32Array,
  batch: Int32Array,
  beta: number
): Omit<DpoMetrics, 'loss'> {
  const logps = logProbabilities(policy);
  let [good, bad, accurate] = [0, 0, 0];
  for (const pair of batch) {
    const row = prompts[pair]! * policy.responses;
    const reward = (column: number): number =>
      beta * (logps[row + column]! - reference[row + column]!);
    const [one, other] = [reward(chosen[pair]!), reward(rejected[pair]!)];
    good += one;
    bad += other;
    if (one > other) accurate++;
  }
  const share = 1 / batch.length;
  return {
    'rewards/chosen': good * share,
    'rewards/rejected': bad * share,
    'rewards/margins': (good - bad) * share,
    'rewards/accuracies': accurate * share
  };
}

function requirePairs(pairs: TabularPairs, prompts: number, responses: number): void {
  const count = pairs.prompts.length;
  for (const [name, most] of [
    ['prompts', prompts],
    ['chosen', responses],
    ['rejected', responses]
  ] as const) {
    requireLength(name, pairs[name].length, count, '"prompts"');
    const index = pairs[name].findIndex((value) => value < 0 || value >= most);
    if (index >= 0) {
      throw new RangeError(
        `${name}[${index}] is ${pairs[name][index]}; there are ${most}, from 0 on.`
      );
    }
  }
}
