/** Training by the plain losses of TensorFlow.js: the reference, and what runs a loss that has no kernel of its own. */

import * as tf from '@tensorflow/tfjs-core';
import { bradleyTerryLoss } from '../losses/bradley-terry.js';
import { dpoLoss, type DpoInputs } from '../losses/dpo.js';
import { registerGradients } from '../tensor/gradients.js';
import { detached } from '../tensor/numeric.js';
import { adamStep } from './adam.js';
import {
  copyOf,
  type Kernel,
  type Learned,
  type RewardTask,
  type Setting,
  type TabularDpoTask
} from './kernel.js';

/** @param inputs rewards (B) and margins (B) @returns the loss, a scalar, of differentiable kernels */
export type RewardLoss = (inputs: {
  rewardsChosen: tf.Tensor1D;
  rewardsRejected: tf.Tensor1D;
  margin?: tf.Tensor1D | undefined;
}) => tf.Scalar;

/** @param inputs log-probabilities (B) @returns the loss, a scalar, of differentiable kernels */
export type PolicyLoss = (inputs: DpoInputs) => tf.Scalar;

/** Losses other than the task's own. */
export interface Losses {
  reward?: RewardLoss | undefined;
  policy?: PolicyLoss | undefined;
}

export function createPlainKernel(setting: Setting, start: Learned, losses: Losses = {}): Kernel {
  registerGradients();
  const { task, batchAt, adam } = setting;
  const { parameters, moments } = copyOf(start);
  const lossAndGradient = tf.valueAndGrad((x) => {
    const values = x as tf.Tensor1D;
    return task.kind === 'reward'
      ? rewardLoss(task, batch, values, losses.reward)
      : policyLoss(task, batch, values, losses.policy);
  });
  let batch: Int32Array = new Int32Array();
  let latest = NaN;
  return {
    backend: 'tfjs',
    loss: () => latest,
    async advance(from, to) {
      for (let step = from; step < to; step++) {
        batch = batchAt(step);
        const { value, grad } = tf.tidy(() => lossAndGradient(tf.tensor1d(parameters)));
        // Not dataSync: WebGPU has none.
        const [[loss], slopes] = await Promise.all([value.data(), grad.data()]);
        latest = loss!;
        adamStep(parameters, slopes as Float32Array, moments, step + 1, adam);
        tf.dispose([value, grad]);
      }
    },
    read: () => copyOf({ parameters, moments }),
    dispose() {}
  };
}

/** @param weights as the kernels have them: (features), or of `layersOf` */
function rewardLoss(
  { pairs, hidden, centerRewardsCoefficient }: RewardTask,
  batch: Int32Array,
  weights: tf.Tensor1D,
  custom: RewardLoss | undefined
): tf.Scalar {
  const { features, margins } = pairs;
  const of = (table: Float32Array): tf.Tensor1D => {
    const x = tf.tensor2d(rowsOf(table, batch, features), [batch.length, features]);
    if (hidden === 0) return times(x, weights);
    const size = features * hidden;
    const part = (from: number, count: number): tf.Tensor1D => tf.slice(weights, from, count);
    const table1 = tf.reshape<tf.Rank.R2>(part(0, size), [features, hidden]);
    const units = tf.relu(tf.add<tf.Tensor2D>(tf.matMul(x, table1), part(size, hidden)));
    return times(units, part(size + hidden, hidden));
  };
  const inputs = {
    rewardsChosen: of(pairs.chosen),
    rewardsRejected: of(pairs.rejected),
    margin: margins && tf.tensor1d(rowsOf(margins, batch, 1))
  };
  return custom ? custom(inputs) : bradleyTerryLoss(inputs, { centerRewardsCoefficient }).loss;
}

const times = (x: tf.Tensor2D, weights: tf.Tensor1D): tf.Tensor1D =>
  tf.reshape(tf.matMul(x, tf.reshape(weights, [-1, 1])), [-1]);

function policyLoss(
  { pairs, reference, responses, beta, labelSmoothing }: TabularDpoTask,
  batch: Int32Array,
  logits: tf.Tensor1D,
  custom: PolicyLoss | undefined
): tf.Scalar {
  const rows = tf.reshape(logits, [-1, responses]);
  // The logits are of a size that a plain softmax is exact for once the largest is taken off.
  const shifted = tf.sub(
    rows,
    detached(rows, (x) => tf.max(x, 1, true))
  );
  const total = tf.log(tf.sum(tf.exp(shifted), 1, true));
  const logps = tf.reshape<tf.Rank.R1>(tf.sub(shifted, total), [-1]);
  const cells = (columns: Int32Array): Int32Array =>
    Int32Array.from(batch, (pair) => pairs.prompts[pair]! * responses + columns[pair]!);
  const [chosen, rejected] = [cells(pairs.chosen), cells(pairs.rejected)];
  const fixed = (which: Int32Array): tf.Tensor1D =>
    tf.tensor1d(Float32Array.from(which, (cell) => reference[cell]!));
  const inputs = {
    policyChosenLogps: pick(logps, chosen),
    policyRejectedLogps: pick(logps, rejected),
    refChosenLogps: fixed(chosen),
    refRejectedLogps: fixed(rejected),
    // A response of a table is one token.
    chosenLengths: tf.ones<tf.Rank.R1>([batch.length]),
    rejectedLengths: tf.ones<tf.Rank.R1>([batch.length])
  };
  return custom
    ? custom(inputs)
    : dpoLoss(inputs, { beta, lossType: 'sigmoid', labelSmoothing }).loss;
}

/** The values at `indices`. The gradient is scattered, since not every backend has one for a gather. */
function pick(values: tf.Tensor1D, indices: Int32Array): tf.Tensor1D {
  const at = (): tf.Tensor1D => tf.tensor1d(indices, 'int32');
  const picked = tf.customGrad((x) => ({
    value: tf.gather(x as tf.Tensor1D, at()),
    gradFunc: (dy: tf.Tensor) => tf.scatterND(tf.reshape(at(), [-1, 1]), dy, [values.size])
  }));
  return picked(values) as tf.Tensor1D;
}

function rowsOf(table: Float32Array, batch: Int32Array, width: number): Float32Array {
  const rows = new Float32Array(batch.length * width);
  for (const [index, pair] of batch.entries()) {
    rows.set(table.subarray(pair * width, (pair + 1) * width), index * width);
  }
  return rows;
}
