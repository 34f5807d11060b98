// @ts-check
/** The same training as one writes it with TensorFlow.js: tensors made beforehand, its own Adam, no metrics. */

import * as tf from '@tensorflow/tfjs-core';
import { registerGradients } from '@lectern/preference';
import {
  BATCH,
  BATCHES,
  BETA,
  FEATURES,
  HIDDEN,
  LEARNING_RATE,
  PROMPTS,
  reference,
  RESPONSES,
  rewardPairs,
  tabularPairs
} from './tasks.mjs';

/** @typedef {{ step: (index: number) => void, read: () => Promise<unknown> }} Training */

/**
 * @param {import('./ours.mjs').Task} task
 * @param {number} steps
 * @returns {Promise<number>} seconds a step, on the backend that is set
 */
export async function plainTfjs(task, steps) {
  registerGradients();
  const { step, read } = { linear, mlp, dpo }[task]();
  // Compiling is not counted.
  step(0);
  await read();
  const startedAt = performance.now();
  for (let done = 1; done <= steps; done++) step(done);
  await read();
  const seconds = (performance.now() - startedAt) / 1000 / steps;
  tf.disposeVariables();
  return seconds;
}

/** @param {() => tf.Scalar} loss @param {tf.Variable[]} variables */
function descent(loss, variables) {
  const optimizer = tf.train.adam(LEARNING_RATE);
  return () => void optimizer.minimize(loss, false, variables);
}

/** −log σ(difference), averaged. @param {tf.Tensor} difference @returns {tf.Scalar} */
const logistic = (difference) => tf.div(tf.sum(tf.softplus(tf.neg(difference))), BATCH);

/** @returns {Training} */
function linear() {
  const { chosen, rejected } = rewardPairs();
  const [good, bad] = [chosen, rejected].map((side) => tables(side));
  const weights = tf.variable(tf.zeros([FEATURES, 1]));
  let batch = 0;
  const descend = descent(
    () => logistic(tf.sub(tf.matMul(at(good, batch), weights), tf.matMul(at(bad, batch), weights))),
    [weights]
  );
  return { step: (index) => ((batch = index % BATCHES), descend()), read: () => weights.data() };
}

/** @returns {Training} */
function mlp() {
  const { chosen, rejected } = rewardPairs();
  const [good, bad] = [chosen, rejected].map((side) => tables(side));
  const both = Array.from({ length: BATCHES }, (_, index) =>
    tf.concat([at(good, index), at(bad, index)])
  );
  const table = tf.variable(tf.randomNormal([FEATURES, HIDDEN], 0, 0.15));
  const bias = tf.variable(tf.zeros([HIDDEN]));
  const output = tf.variable(tf.randomNormal([HIDDEN, 1], 0, 0.1));
  let batch = 0;
  const descend = descent(() => {
    const units = tf.relu(tf.add(tf.matMul(at(both, batch), table), bias));
    const rewards = tf.matMul(units, output);
    return logistic(
      tf.sub(tf.slice(rewards, [0, 0], [BATCH, 1]), tf.slice(rewards, [BATCH, 0], [BATCH, 1]))
    );
  }, [table, bias, output]);
  return { step: (index) => ((batch = index % BATCHES), descend()), read: () => table.data() };
}

/** @returns {Training} */
function dpo() {
  const { prompts, chosen, rejected } = tabularPairs();
  const { logits } = reference();
  const fixed = tf.tidy(() => logSoftmax(tf.tensor2d(logits, [PROMPTS, RESPONSES])));
  const batches = Array.from({ length: BATCHES }, (_, index) => {
    const [good, bad] = [chosen, rejected].map((columns) =>
      tf.tensor1d(
        prompts
          .subarray(index * BATCH, (index + 1) * BATCH)
          .map((prompt, pair) => prompt * RESPONSES + (columns[index * BATCH + pair] ?? 0)),
        'int32'
      )
    );
    if (good === undefined || bad === undefined) throw new Error('two sides');
    return { good, bad, fixed: tf.sub(tf.gather(fixed, good), tf.gather(fixed, bad)) };
  });
  const policy = tf.variable(tf.tensor2d(logits, [PROMPTS, RESPONSES]));
  let batch = 0;
  const descend = descent(() => {
    const { good, bad, fixed: referenceDifference } = at(batches, batch);
    const logps = logSoftmax(policy);
    return logistic(
      tf.mul(BETA, tf.sub(tf.sub(pick(logps, good), pick(logps, bad)), referenceDifference))
    );
  }, [policy]);
  return { step: (index) => ((batch = index % BATCHES), descend()), read: () => policy.data() };
}

/** @param {tf.Tensor} rows @returns {tf.Tensor1D} */
function logSoftmax(rows) {
  // Small logits: nothing overflows.
  return tf.reshape(tf.sub(rows, tf.log(tf.sum(tf.exp(rows), 1, true))), [-1]);
}

/** With a scattered gradient: several times as fast as that of `gather`, which wasm lacks. */
function pick(/** @type {tf.Tensor1D} */ values, /** @type {tf.Tensor1D} */ indices) {
  return tf.customGrad((/** @type {any} */ x) => ({
    value: tf.gather(x, indices),
    gradFunc: (dy) => tf.scatterND(tf.reshape(indices, [-1, 1]), dy, [values.size])
  }))(values);
}

/** @param {Float32Array} side @returns {tf.Tensor2D[]} a batch each */
function tables(side) {
  const size = BATCH * FEATURES;
  return Array.from({ length: BATCHES }, (_, index) =>
    tf.tensor2d(side.slice(index * size, (index + 1) * size), [BATCH, FEATURES])
  );
}

/** @template T @param {T[] | undefined} list @param {number} index @returns {T} */
function at(list, index) {
  const found = list?.[index];
  if (found === undefined) throw new Error(`there is no batch ${index}`);
  return found;
}
