/** What is trained, and what trains it: a task is data, a kernel runs whole steps of it on one backend. */

import { noMoments, type AdamOptions, type Moments } from './adam.js';
import type { LinearPairs } from './linear-bradley-terry.js';
import type { TabularPairs } from './tabular-dpo.js';

/**
 * `cpu`: typed arrays. `tfjs`: the plain path on the backend of TensorFlow.js that is set.
 *
 * @example
 * ```ts
 * BACKENDS; // → ['cpu', 'wasm', 'webgpu', 'tfjs']
 * const pairs = { features: 1, chosen: Float32Array.of(1), rejected: Float32Array.of(0) };
 * const [, [report]] = await fitRewardModel(pairs, { steps: 1, backend: BACKENDS[0] });
 * report.backend; // → { backend: 'cpu', why: 'it was asked for' }
 * ```
 */
export const BACKENDS = ['cpu', 'wasm', 'webgpu', 'tfjs'] as const;
export type Backend = (typeof BACKENDS)[number];

/** The Bradley-Terry loss of a reward r(x) = w·x, or with one hidden layer r(x) = v·relu(x W + b). */
export interface RewardTask {
  kind: 'reward';
  pairs: LinearPairs;
  /** Units of the hidden layer; 0: none. */
  hidden: number;
  /** c of c · mean((r⁺ + r⁻)²). */
  centerRewardsCoefficient: number;
}

/** The DPO loss of a softmax over each prompt's responses. */
export interface TabularDpoTask {
  kind: 'tabular-dpo';
  pairs: TabularPairs;
  /** (prompts, responses) log-probabilities */
  reference: Float32Array;
  responses: number;
  beta: number;
  labelSmoothing: number;
}

export type Task = RewardTask | TabularDpoTask;

/** All that training changes. */
export interface Learned {
  parameters: Float32Array;
  moments: Moments;
}

export interface Setting {
  task: Task;
  /** Which examples a step takes; counted from 0. An array that was given stays as it is. */
  batchAt: (step: number) => Int32Array;
  /** Examples a step. */
  batchSize: number;
  adam: AdamOptions;
}

export interface Kernel {
  readonly backend: Backend;
  /** Runs the steps from `from` to `to` − 1, counted from 0. */
  advance(from: number, to: number): void | Promise<void>;
  /** Of the last step; only where the loss is not the task's own. */
  loss?(): number;
  /** A copy. */
  read(): Learned | Promise<Learned>;
  /** Frees memory; nothing else may be called afterwards. */
  dispose(): void;
}

/**
 * A lost device, or one that cannot do what is asked: the steps since the last `read` did not happen.
 *
 * @example
 * ```ts
 * const pairs = { features: 1, chosen: Float32Array.of(1), rejected: Float32Array.of(0) };
 * const loss = ({ rewardsChosen, rewardsRejected }) => tf.mean(tf.sub(rewardsRejected, rewardsChosen));
 * const problem = await fitRewardModel(pairs, { steps: 1, loss, backend: 'cpu' }).catch((error) => error);
 * problem instanceof BackendError; // → true
 * problem.message; // → "A loss of one's own runs on the backend \"tfjs\", not on \"cpu\": leave the backend out."
 * ```
 */
export class BackendError extends Error {
  override name = 'BackendError';
}

export function pairsOf({ pairs }: Task): number {
  return 'features' in pairs ? pairs.chosen.length / pairs.features : pairs.prompts.length;
}

/** How many numbers are learned. */
export function parametersOf(task: Task): number {
  if (task.kind === 'tabular-dpo') return task.reference.length;
  const { hidden, pairs } = task;
  return hidden === 0 ? pairs.features : (pairs.features + 2) * hidden;
}

/** Multiplications with an addition, about, of one step: what the choice of a backend goes by. */
export function multiplyAdds(task: Task, batchSize: number): number {
  const adam = 8 * parametersOf(task);
  if (task.kind === 'tabular-dpo') return 16 * batchSize + adam;
  const { features } = task.pairs;
  return 4 * batchSize * features * Math.max(task.hidden, 1) + adam;
}

export function copyOf({ parameters, moments }: Learned): Learned {
  return {
    parameters: parameters.slice(),
    moments: { first: moments.first.slice(), second: moments.second.slice() }
  };
}

export function untrained(parameters: Float32Array): Learned {
  return { parameters: parameters.slice(), moments: noMoments(parameters.length) };
}
