/** How far a backend's training steps are from plain TensorFlow.js: the same comparison in Node and in a page. */

import { Batches } from '../train/train-loop.js';
import { Random } from '../random.js';
import { createKernel } from './choose.js';
import {
  parametersOf,
  pairsOf,
  untrained,
  type Backend,
  type Learned,
  type RewardTask,
  type Setting,
  type TabularDpoTask,
  type Task
} from './kernel.js';
import { createPlainKernel } from './plain-tfjs.js';

const STEPS = 300;

export interface Parity {
  /** The largest difference between two gradients at the same state, over all steps. */
  gradient: number;
  /** Of two separate runs. */
  finalLoss: number;
}

/** Sizes are such that nothing fits: no multiple of 4, an epoch with a rest. */
export const TASKS = {
  linear: reward(5, 50),
  'linear, margins and centring': reward(6, 50, { margins: 0.4, centring: 0.05 }),
  'linear, more features than lanes': reward(1_030, 12),
  'hidden layer': reward(7, 50, { hidden: 11 }),
  'hidden layer, margins and centring': reward(6, 50, { hidden: 8, margins: 0.3, centring: 0.02 }),
  'tabular DPO': dpo(5, 7, 50, 0),
  'tabular DPO, smoothed, of many cells': dpo(70, 61, 50, 0.1)
} satisfies Record<string, Task>;

export type TaskName = keyof typeof TASKS;

/** Runs `STEPS` steps on the backend and compares each with what plain TensorFlow.js gives at the same state. */
export async function parityOf(backend: Backend, name: TaskName): Promise<Parity> {
  const task = TASKS[name];
  const start = untrained(firstParameters(task));
  // Without a first moment's memory, it is the gradient.
  const setting = settingOf(task, { learningRate: 0.02, beta1: 0 });
  const kernel = await createKernel(backend, setting, start);
  let gradient = 0;
  let { parameters } = start;
  for (let step = 0; step < STEPS; step++) {
    await kernel.advance(step, step + 1);
    const after = await kernel.read();
    const plain = createPlainKernel(setting, untrained(parameters));
    await plain.advance(step, step + 1);
    const { moments } = await plain.read();
    gradient = Math.max(gradient, largestDifference(after.moments.first, moments.first));
    ({ parameters } = after);
  }
  kernel.dispose();
  const own = await finalLoss(backend, task, start);
  plainLosses[name] ??= await finalLoss('tfjs', task, start);
  return { gradient, finalLoss: Math.abs(own - plainLosses[name]) };
}

/** With which every backend is compared. */
const plainLosses: Partial<Record<TaskName, number>> = {};

/** Of a whole run with Adam as it is used. */
async function finalLoss(backend: Backend, task: Task, start: Learned): Promise<number> {
  const setting = settingOf(task, { learningRate: 0.02 });
  const kernel = await createKernel(backend, setting, start);
  await kernel.advance(0, STEPS);
  const trained = await kernel.read();
  kernel.dispose();
  const plain = createPlainKernel(setting, trained);
  await plain.advance(STEPS, STEPS + 1);
  return plain.loss!();
}

export function settingOf(task: Task, adam: Setting['adam'], batchSize = 22): Setting {
  const batches = new Batches(pairsOf(task), Math.min(batchSize, pairsOf(task)), 7);
  return { task, batchSize: batches.size, adam, batchAt: (step) => batches.at(step) };
}

export function firstParameters(task: Task): Float32Array {
  const random = new Random(3);
  return Float32Array.from({ length: parametersOf(task) }, () => 0.3 * random.normal());
}

export function largestDifference(one: Float32Array, other: Float32Array): number {
  // A NaN is as far away as can be, which Math.max would say, and a missing number as well.
  return one.reduce(
    (most, value, index) => Math.max(most, Math.abs(value - (other[index] ?? NaN))),
    0
  );
}

function reward(
  features: number,
  pairs: number,
  { hidden = 0, margins = 0, centring = 0 } = {}
): RewardTask {
  const random = new Random(features);
  const table = (): Float32Array =>
    Float32Array.from({ length: pairs * features }, () => random.normal());
  return {
    kind: 'reward',
    hidden,
    centerRewardsCoefficient: centring,
    pairs: {
      chosen: table(),
      rejected: table(),
      features,
      ...(margins > 0 && {
        margins: Float32Array.from({ length: pairs }, () => margins * random.uniform())
      })
    }
  };
}

function dpo(
  prompts: number,
  responses: number,
  pairs: number,
  labelSmoothing: number
): TabularDpoTask {
  const random = new Random(responses);
  const of = (count: number): Int32Array =>
    Int32Array.from({ length: pairs }, () => random.integer(count));
  return {
    kind: 'tabular-dpo',
    pairs: { prompts: of(prompts), chosen: of(responses), rejected: of(responses) },
    reference: Float32Array.from({ length: prompts * responses }, () => random.normal() - 4),
    responses,
    beta: 0.4,
    labelSmoothing
  };
}
