// @ts-check
/** Our trainers as they are called, their set-up included. */

import { dpo, fitRewardModel } from '@lectern/preference';
import {
  BATCH,
  BETA,
  HIDDEN,
  LEARNING_RATE,
  reference,
  rewardPairs,
  tabularPairs
} from './tasks.mjs';

/** @typedef {'linear' | 'mlp' | 'dpo'} Task */
/** @typedef {import('@lectern/preference').Backend | 'auto'} Backend */

/**
 * @param {Task} task
 * @param {number} steps
 * @param {Backend} [backend]
 * @returns {Promise<number>} seconds a step
 */
export async function ours(task, steps, backend = 'auto') {
  const options = {
    steps,
    backend,
    batchSize: BATCH,
    learningRate: LEARNING_RATE,
    reportEvery: 100
  };
  const [pairs, table, start] = [rewardPairs(), tabularPairs(), reference()];
  const startedAt = performance.now();
  if (task === 'dpo') await dpo(table, start, { ...options, beta: BETA });
  else await fitRewardModel(pairs, { ...options, hidden: task === 'mlp' ? HIDDEN : 0 });
  return (performance.now() - startedAt) / 1000 / steps;
}
