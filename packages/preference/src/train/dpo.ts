/** Direct preference optimisation of a tabular policy. It needs no reward model. */

import { softplus } from '../closed-form/distribution.js';
import type { Moments } from '../kernels/adam.js';
import { untrained } from '../kernels/kernel.js';
import type { PolicyLoss } from '../kernels/plain-tfjs.js';
import type { DpoMetrics, TabularDpoOptions, TabularPairs } from '../kernels/tabular-dpo.js';
import type { DpoLossType } from '../losses/dpo-variants.js';
import { dpoLoss } from '../losses/dpo.js';
import { logNormaliser, logProbabilities, type TabularPolicy } from '../policies/tabular.js';
import { runTask, type TaskOptions } from './run-task.js';
import { Batches, requireFinite, requireLength, type Report } from './train-loop.js';

export interface DpoOptions extends TaskOptions<DpoMetrics>, Partial<TabularDpoOptions> {
  /** Default `sigmoid`. The others run on TensorFlow.js. */
  lossType?: DpoLossType | undefined;
  /** A loss of one's own, of tensors. It runs on TensorFlow.js. */
  loss?: PolicyLoss | undefined;
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
 * @throws {RangeError} where lengths or indices do not fit, a value is not finite, or training diverges
 * @throws {BackendError} where the backend that was asked for cannot be had
 * @example
 * ```ts
 * // One prompt, three responses, equally likely at first; the first is preferred to the second, the second to the third.
 * const reference = { logits: new Float32Array(3), responses: 3 };
 * const pairs = {
 *   prompts: Int32Array.of(0, 0),
 *   chosen: Int32Array.of(0, 1),
 *   rejected: Int32Array.of(1, 2)
 * };
 * const [policy, reports] = await dpo(pairs, reference, { steps: 40, beta: 0.5, backend: 'cpu' });
 * reports.at(-1).metrics; // → { loss: 0.336, 'rewards/chosen': 0.0053, 'rewards/rejected': -0.9124, 'rewards/margins': 0.9178, 'rewards/accuracies': 1 }
 * // The third, which was never compared with the first, is the least likely.
 * logProbabilities(policy).map(Math.exp); // → [0.8504, 0.1297, 0.0199]
 * ```
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
  const { state: begun } = options;
  if (begun) requireLength('state.logits', begun.logits.length, logits.length, 'the reference');
  const fixed = logProbabilities(reference);
  const batches = new Batches(pairs.prompts.length, batchSize, seed);
  const loss = lossOf(options, beta, labelSmoothing);
  const [learned, reports] = await runTask<DpoMetrics>(
    {
      task: { kind: 'tabular-dpo', pairs, reference: fixed, responses, beta, labelSmoothing },
      batchAt: (step) => batches.at(step),
      batchSize: batches.size,
      adam: { learningRate }
    },
    begun?.step ?? 0,
    begun ? { parameters: begun.logits, moments: begun.moments } : untrained(logits),
    options,
    (values, batch) =>
      metricsOf(pairs, { logits: values, responses }, fixed, batch, { beta, labelSmoothing }),
    { policy: loss }
  );
  const { parameters, moments } = learned;
  const step = Math.max(options.steps, begun?.step ?? 0);
  return [structuredClone({ step, logits: parameters, responses, moments }), reports];
}

/** Undefined for the one that has kernels of its own. */
function lossOf(
  { loss, lossType = 'sigmoid' }: DpoOptions,
  beta: number,
  labelSmoothing: number
): PolicyLoss | undefined {
  if (loss || lossType === 'sigmoid') return loss;
  return (inputs) => dpoLoss(inputs, { beta, labelSmoothing, lossType }).loss;
}

/** The loss is that of `sigmoid`; where another is trained on, the kernel tells it. */
function metricsOf(
  { prompts, chosen, rejected }: TabularPairs,
  { logits, responses }: TabularPolicy,
  reference: Float32Array,
  batch: Int32Array,
  { beta, labelSmoothing = 0 }: TabularDpoOptions
): DpoMetrics {
  const normalisers = new Float64Array(logits.length / responses).fill(NaN);
  let [loss, good, bad, accurate] = [0, 0, 0, 0];
  for (const pair of batch) {
    const prompt = prompts[pair]!;
    const row = prompt * responses;
    if (Number.isNaN(normalisers[prompt]!)) {
      normalisers[prompt] = logNormaliser(logits, row, responses);
    }
    const reward = (cell: number): number =>
      beta * (logits[cell]! - normalisers[prompt]! - reference[cell]!);
    const [one, other] = [reward(row + chosen[pair]!), reward(row + rejected[pair]!)];
    const h = one - other;
    loss += softplus(-h) + labelSmoothing * h;
    good += one;
    bad += other;
    if (one > other) accurate++;
  }
  const share = 1 / batch.length;
  return {
    loss: loss * share,
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
