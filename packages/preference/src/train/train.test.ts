/** Trainers on the cpu: exact against plain tfjs, reproducible, to be stopped and gone on with; and what they find. */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useCpu } from '../cpu.testing.js';
import { bradleyTerryMle, boltzmannPolicy, bradleyTerryLoss, dpoLoss, Random } from '../index.js';
import { adamStep, noMoments } from '../kernels/adam.js';
import { linearBradleyTerry, type LinearPairs } from '../kernels/linear-bradley-terry.js';
import { tabularDpo, type TabularPairs } from '../kernels/tabular-dpo.js';
import { logProbabilities, type TabularPolicy } from '../policies/tabular.js';
import { dpo } from './dpo.js';
import { fitRewardModel, rewardsOf } from './fit-reward-model.js';

beforeAll(useCpu);

const FEATURES = 6;
const [PROMPTS, RESPONSES] = [4, 5];

/** Preferences of a known linear reward. */
function linearPairs(pairs: number, truth: readonly number[], seed = 1): LinearPairs {
  const random = new Random(seed);
  const sides = [0, 1].map(() => new Float32Array(pairs * truth.length));
  for (let pair = 0; pair < pairs; pair++) {
    const rows = [0, 1].map(() => truth.map(() => random.normal()));
    const [first = 0, second = 0] = rows.map((row) =>
      row.reduce((sum, value, column) => sum + value * (truth[column] ?? 0), 0)
    );
    const better = random.happens(1 / (1 + Math.exp(second - first))) ? 0 : 1;
    sides[0]!.set(rows[better]!, pair * truth.length);
    sides[1]!.set(rows[1 - better]!, pair * truth.length);
  }
  return { chosen: sides[0]!, rejected: sides[1]!, features: truth.length };
}

function tabularPairs(pairs: number, seed = 2): TabularPairs {
  const random = new Random(seed);
  const of = (count: number): number[] =>
    Array.from({ length: pairs }, () => random.integer(count));
  const chosen = of(RESPONSES);
  return {
    prompts: Int32Array.from(of(PROMPTS)),
    chosen: Int32Array.from(chosen),
    rejected: Int32Array.from(
      chosen,
      (column) => (column + 1 + random.integer(RESPONSES - 1)) % RESPONSES
    )
  };
}

function reference(seed = 3): TabularPolicy {
  const random = new Random(seed);
  return {
    logits: Float32Array.from({ length: PROMPTS * RESPONSES }, () => random.normal()),
    responses: RESPONSES
  };
}

const largest = (one: ArrayLike<number>, other: ArrayLike<number>): number =>
  Math.max(...Array.from(one, (value, index) => Math.abs(value - (other[index] ?? NaN))));

describe('gradients are those of plain tfjs at each of 300 steps', () => {
  const truth = [1, -0.5, 0, 2, 0.3, -1];

  it.each([
    ['without margins', undefined, 0],
    ['with margins and centring', 0.5, 0.03]
  ])('linear Bradley-Terry, %s', (_, margin, centerRewardsCoefficient) => {
    const pairs = linearPairs(32, truth);
    const margins = margin === undefined ? undefined : new Float32Array(32).fill(margin);
    const batch = Int32Array.from({ length: 32 }, (_unused, index) => index);
    const weights = new Float32Array(FEATURES);
    const moments = noMoments(FEATURES);
    const gradient = new Float32Array(FEATURES);
    const [chosen, rejected] = [pairs.chosen, pairs.rejected].map((values) =>
      tf.tensor2d(values, [32, FEATURES])
    ) as [tf.Tensor2D, tf.Tensor2D];
    let [worstGradient, worstLoss] = [0, 0];
    for (let step = 1; step <= 300; step++) {
      const { loss } = linearBradleyTerry(
        { ...pairs, margins },
        weights,
        batch,
        gradient,
        centerRewardsCoefficient
      );
      tf.tidy(() => {
        const plain = tf.valueAndGrad((w: tf.Tensor) => {
          const rewards = (x: tf.Tensor2D): tf.Tensor1D =>
            tf.sum<tf.Tensor1D>(tf.mul(x, tf.reshape(w, [1, FEATURES])), 1);
          const inputs = {
            rewardsChosen: rewards(chosen),
            rewardsRejected: rewards(rejected),
            margin: margins && tf.tensor1d(margins)
          };
          return bradleyTerryLoss(inputs, { centerRewardsCoefficient }).loss;
        })(tf.tensor1d(weights));
        worstGradient = Math.max(worstGradient, largest(plain.grad.dataSync(), gradient));
        worstLoss = Math.max(worstLoss, Math.abs(plain.value.dataSync()[0]! - loss));
      });
      adamStep(weights, gradient, moments, step, { learningRate: 0.05 });
    }
    expect([worstGradient, worstLoss].map((error) => error < 1e-5)).toEqual([true, true]);
    tf.dispose([chosen, rejected]);
  });

  it.each([0, 0.1])('tabular DPO, label smoothing %d', (labelSmoothing) => {
    const pairs = tabularPairs(32);
    const start = reference();
    const fixed = logProbabilities(start);
    const logits = start.logits.slice();
    const moments = noMoments(logits.length);
    const gradient = new Float32Array(logits.length);
    const batch = Int32Array.from({ length: 32 }, (_, index) => index);
    const beta = 0.3;
    const oneHot = (columns: Int32Array): tf.Tensor2D =>
      tf.tensor2d(
        [...pairs.prompts].map((prompt, pair) =>
          Array.from(logits, (_, cell) => (cell === prompt * RESPONSES + columns[pair]! ? 1 : 0))
        )
      );
    const [chosen, rejected] = [oneHot(pairs.chosen), oneHot(pairs.rejected)];
    let worst = 0;
    for (let step = 1; step <= 300; step++) {
      tabularDpo(pairs, logits, fixed, RESPONSES, batch, gradient, { beta, labelSmoothing });
      tf.tidy(() => {
        const plain = tf.grad((theta: tf.Tensor) => {
          const rows = tf.reshape(theta, [PROMPTS, RESPONSES]);
          const total = tf.log(tf.sum(tf.exp(rows), 1, true));
          const logps = tf.reshape(tf.sub(rows, total), [1, PROMPTS * RESPONSES]);
          const at = (which: tf.Tensor2D, of: tf.Tensor): tf.Tensor1D =>
            tf.sum<tf.Tensor1D>(tf.mul(which, of), 1);
          const ref = tf.tensor2d(fixed, [1, fixed.length]);
          return dpoLoss(
            {
              policyChosenLogps: at(chosen, logps),
              policyRejectedLogps: at(rejected, logps),
              refChosenLogps: at(chosen, ref),
              refRejectedLogps: at(rejected, ref)
            },
            { beta, lossType: 'sigmoid', labelSmoothing }
          ).loss;
        })(tf.tensor1d(logits));
        worst = Math.max(worst, largest(plain.dataSync(), gradient));
      });
      adamStep(logits, gradient, moments, step, { learningRate: 0.05 });
    }
    expect(worst).toBeLessThan(1e-5);
    tf.dispose([chosen, rejected]);
  });
});

describe.each([
  [
    'fitRewardModel',
    (options: object) =>
      fitRewardModel(linearPairs(64, [1, -1, 0.5]), {
        steps: 50,
        batchSize: 24,
        seed: 9,
        ...options
      })
  ],
  [
    'dpo',
    (options: object) =>
      dpo(tabularPairs(64), reference(), { steps: 50, batchSize: 24, seed: 9, ...options })
  ]
] as const)('%s', (_, run) => {
  it('is the same to the bit for the same seed, and another for another', async () => {
    const [state, reports] = await run({});
    expect(await run({})).toEqual([state, reports]);
    expect((await run({ seed: 10 }))[0]).not.toEqual(state);
    expect(reports.map(({ step }) => step)).toEqual([10, 20, 30, 40, 50]);
  });

  it('goes on from a state as if it had not stopped, and leaves that state as it was', async () => {
    const [whole] = await run({});
    const [half] = await run({ steps: 23 });
    const kept = structuredClone(half);
    const [rest] = await run({ state: half });
    expect(rest).toEqual(whole);
    expect(half).toEqual(kept);
  });

  it('stops between two steps when it is told to', async () => {
    const stop = new AbortController();
    const steps: number[] = [];
    const onProgress = ({ step }: { step: number }): void => {
      steps.push(step);
      if (step === 20) stop.abort(new Error('enough'));
    };
    await expect(run({ onProgress, signal: stop.signal })).rejects.toThrow('enough');
    expect(steps).toEqual([10, 20]);
  });

  it.each([
    [{ steps: 1.5 }, 'steps is 1.5; it must be a whole number from 0 on.'],
    [{ batchSize: 0 }, 'batchSize is 0; it must be a whole number from 1 on.'],
    [{ reportEvery: 0 }, 'reportEvery is 0;']
  ])('refuses %j', async (options, message) => {
    await expect(run(options)).rejects.toThrow(message);
  });
});

describe('what they find', () => {
  it('is the maximum likelihood, of one feature a response', async () => {
    const wins = [
      [0, 7, 9],
      [3, 0, 6],
      [1, 4, 0]
    ];
    const pairs = wins.flatMap((row, winner) =>
      row.flatMap((count, loser) => Array.from({ length: count }, () => [winner, loser] as const))
    );
    const oneHot = (index: 0 | 1): Float32Array =>
      Float32Array.from(
        pairs.flatMap((pair) => wins.map((_, column) => (column === pair[index] ? 1 : 0)))
      );
    const [{ weights }] = await fitRewardModel(
      { chosen: oneHot(0), rejected: oneHot(1), features: 3 },
      { steps: 2_000, learningRate: 0.02 }
    );
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / 3;
    expect(
      largest(
        weights.map((weight) => weight - mean),
        bradleyTerryMle(wins).utilities
      )
    ).toBeLessThan(1e-3);
  });

  it('of a linear reward are its weights, about', async () => {
    const truth = [1, -0.5, 0, 2];
    const data = linearPairs(4_000, truth);
    const [state, reports] = await fitRewardModel(data, { steps: 400 });
    expect(largest(state.weights, truth)).toBeLessThan(0.25);
    expect(reports.at(-1)?.metrics.accuracy).toBeGreaterThan(0.8);
    const rewards = rewardsOf(state, data.chosen.slice(0, 8));
    expect(rewards[1]).toBeCloseTo(
      state.weights.reduce((sum, weight, column) => sum + weight * data.chosen[4 + column]!, 0),
      5
    );
  });

  it('by DPO is the closed form, where all preferences of the reward are known', async () => {
    const rewards = [0, 1, -0.5, 1.5, 0.25];
    const beta = 0.5;
    const { logits } = reference();
    const ref = { logits: logits.slice(0, RESPONSES), responses: RESPONSES };
    // Each ordered pair as often as Bradley-Terry says, of 2,000.
    const all = rewards.flatMap((one, chosen) =>
      rewards.flatMap((other, rejected) => {
        const count = chosen === rejected ? 0 : Math.round(2_000 / (1 + Math.exp(other - one)));
        return Array.from({ length: count }, () => [chosen, rejected] as const);
      })
    );
    const [policy, reports] = await dpo(
      {
        prompts: new Int32Array(all.length),
        chosen: Int32Array.from(all, ([chosen]) => chosen),
        rejected: Int32Array.from(all, ([, rejected]) => rejected)
      },
      ref,
      { steps: 600, beta, learningRate: 0.05 }
    );
    const expected = boltzmannPolicy(
      [...logProbabilities(ref)].map(Math.exp),
      rewards,
      beta
    ).policy;
    expect(largest(logProbabilities(policy).map(Math.exp), expected)).toBeLessThan(2e-3);
    expect(reports.at(-1)?.metrics['rewards/margins']).toBeGreaterThan(0);
  });
});

describe('data that cannot be learned from are refused', () => {
  const pairs = linearPairs(4, [1, 2]);
  it.each([
    [{ rejected: new Float32Array(6) }, 'rejected has 6 values; "chosen" wants 8.'],
    [{ features: 3 }, 'chosen has 8 values; 3 features a pair wants 6.'],
    [{ margins: new Float32Array(3) }, 'margins has 3 values; a margin a pair wants 4.'],
    [{ chosen: Float32Array.of(1, 2, NaN, 4, 5, 6, 7, 8) }, 'chosen[2] is NaN; it must be finite.'],
    [
      { chosen: new Float32Array(), rejected: new Float32Array() },
      'There are no examples to learn from.'
    ]
  ])('%j', async (change, message) => {
    await expect(fitRewardModel({ ...pairs, ...change }, { steps: 1 })).rejects.toThrow(message);
  });

  const table = tabularPairs(4);
  it.each([
    [{ chosen: Int32Array.of(0, 1, 9, 1) }, {}, 'chosen[2] is 9; there are 5, from 0 on.'],
    [{ prompts: Int32Array.of(0, -1, 0, 1) }, {}, 'prompts[1] is -1; there are 4, from 0 on.'],
    [{ rejected: Int32Array.of(1) }, {}, 'rejected has 1 values; "prompts" wants 4.'],
    [{}, { beta: 0 }, 'beta is 0; it must be above 0.']
  ])('%j %j', async (change, options, message) => {
    await expect(
      dpo({ ...table, ...change }, reference(), { steps: 1, ...options })
    ).rejects.toThrow(message);
  });
});
