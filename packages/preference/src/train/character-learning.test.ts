/** What trainers of character policies learn, against what is known in closed form; short runs that are pinned. */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useCpu } from '../cpu.testing.js';
import { groupAdvantages } from '../estimators/advantages.js';
import { ppoLoss } from '../losses/ppo.js';
import { sftLoss } from '../losses/sft.js';
import { characterPolicy, networkOf, type BigramPolicy } from '../policies/character-policy.js';
import { maskOf, tokenPass } from '../policies/completions.js';
import { sampleCompletions } from '../policies/sample.js';
import { policyOutputs, policyTensors, tokenLogps } from '../policies/tensors.js';
import { Vocabulary } from '../policies/vocabulary.js';
import { Random } from '../random.js';
import { grpo } from './grpo.js';
import { experienceOf } from './ppo-step.js';
import { ppo } from './ppo.js';
import type { Reward } from './reward.js';
import { Rollouts } from './rollout.js';
import { sft } from './sft.js';

beforeAll(useCpu);

const CHARACTERS = 'abc';
const start = characterPolicy({ characters: CHARACTERS }) as BigramPolicy;
const countOfA: Reward = (completions) =>
  completions.map((text) => [...text].filter((character) => character === 'a').length);

describe('sft', () => {
  it('of a bigram reaches the entropy of the bigrams in the demonstrations', async () => {
    const texts = ['ab', 'abab', 'c', 'cab', 'aab', 'bb', 'abc'];
    const counts = new Map<string, Map<string, number>>();
    for (const text of texts) {
      const tokens = ['^', ...text, '$'];
      tokens.slice(1).forEach((next, index) => {
        const row = counts.get(tokens[index]!) ?? new Map<string, number>();
        counts.set(tokens[index]!, row.set(next, (row.get(next) ?? 0) + 1));
      });
    }
    let [nats, total] = [0, 0];
    for (const row of counts.values()) {
      const all = [...row.values()].reduce((sum, count) => sum + count, 0);
      for (const count of row.values()) nats -= count * Math.log(count / all);
      total += all;
    }
    const data = texts.map((completion) => ({ prompt: '', completion }));
    const [state, reports] = await sft(data, start, { steps: 800, learningRate: 0.1 });
    const { loss, entropy } = reports.at(-1)!.metrics;
    expect(loss).toBeGreaterThan(nats / total - 1e-6);
    expect(loss - nats / total).toBeLessThan(2e-3);
    expect(entropy).toBeCloseTo(nats / total, 1);
    // "$" only ever follows b and c.
    const sampled = sampleCompletions(state.policy, new Array<string>(200).fill(''), {
      maxCompletionLength: 30
    });
    expect(sampled.every(({ completion, ended }) => !ended || /[bc]$/.test(completion))).toBe(true);
  });

  it('reports sftLoss', async () => {
    const [, reports] = await sft([{ prompt: 'a', completion: 'bc' }], start, { steps: 1 });
    const plain = sftLoss({ logits: tf.zeros([1, 3, 4]), labels: tf.tensor2d([[1, 2, 3]]) });
    expect(reports[0]!.metrics.loss).toBeCloseTo(plain.loss.dataSync()[0]!, 6);
  });

  it('of a transformer learns what a bigram cannot: what came two characters before', async () => {
    const texts = ['aab', 'cac'].flatMap((completion) => [{ prompt: '', completion }]);
    const options = { steps: 300, learningRate: 0.02 };
    const [, [...ofBigram]] = await sft(texts, start, { ...options, learningRate: 0.1 });
    const [, [...ofTransformer]] = await sft(
      texts,
      characterPolicy({ kind: 'transformer', characters: CHARACTERS, width: 8, hidden: 16 }),
      options
    );
    // One choice of two in four tokens: log 2 / 4. The bigram must also guess what follows a.
    expect(ofTransformer.at(-1)!.metrics.loss).toBeLessThan(Math.log(2) / 4 + 0.02);
    expect(ofBigram.at(-1)!.metrics.loss).toBeGreaterThan(Math.log(2) / 4 + 0.1);
  });
});

describe('the reward rises, and the KL with it', () => {
  it('by ppo, its entropy falling', async () => {
    const [, reports] = await ppo([''], countOfA, start, {
      steps: 15,
      maxCompletionLength: 8,
      reportEvery: 1,
      seed: 1
    });
    const [first, last] = [reports[0]!.metrics, reports.at(-1)!.metrics];
    expect(last['objective/scores']).toBeGreaterThan(first['objective/scores'] + 2);
    expect(last['objective/kl']).toBeGreaterThan(first['objective/kl'] + 1);
    expect(last['policy/entropy_avg']).toBeLessThan(first['policy/entropy_avg']);
    expect(last['objective/rlhf_reward']).toBeCloseTo(
      last['objective/scores'] - 0.05 * last['objective/kl'],
      9
    );
    expect(last.episode).toBe(15 * 64);
  });

  it.each(['grpo', 'bnpo', 'dr_grpo', 'dapo', 'cispo', 'sapo'] as const)(
    'by %s',
    async (lossType) => {
      const [, reports] = await grpo([''], countOfA, start, {
        steps: 30,
        maxCompletionLength: 8,
        lossType,
        // CISPO's bound is on the ratio itself.
        epsilonHigh: lossType === 'cispo' ? 5 : 0.2,
        beta: 0.001,
        learningRate: 0.1,
        seed: 1
      });
      const [first, last] = [reports[0]!.metrics, reports.at(-1)!.metrics];
      expect(last.reward).toBeGreaterThan(first.reward + 1.5);
      expect(last.kl).toBeGreaterThan(first.kl!);
    }
  );
});

describe('the penalty', () => {
  const distanceOf = ({ parameters }: { parameters: Float32Array }): number =>
    Math.max(...parameters.subarray(0, 20).map(Math.abs));

  it('holds ppo where it is, when it is great', async () => {
    const run = (klCoef: number) =>
      ppo([''], countOfA, start, { steps: 25, maxCompletionLength: 6, klCoef, seed: 2 });
    const [[, free], [, held]] = await Promise.all([run(0), run(100)]);
    expect(free.at(-1)!.metrics['objective/kl']).toBeGreaterThan(3);
    expect(Math.abs(held.at(-1)!.metrics['objective/kl'])).toBeLessThan(0.3);
  });

  it('holds grpo where it is, when it is great', async () => {
    const run = (beta: number) =>
      grpo([''], countOfA, start, {
        steps: 40,
        maxCompletionLength: 6,
        beta,
        learningRate: 0.01,
        seed: 2
      });
    const [[free], [held]] = await Promise.all([run(0), run(100)]);
    expect(distanceOf(held.policy)).toBeLessThan(distanceOf(free.policy) / 5);
  });

  it('for what does not end makes completions end', async () => {
    const run = (missingEosPenalty: number) =>
      ppo([''], (all) => all.map(() => 0), start, {
        steps: 25,
        maxCompletionLength: 8,
        missingEosPenalty,
        klCoef: 0,
        seed: 3
      });
    const [[, without], [, with_]] = await Promise.all([run(0), run(5)]);
    const ends = (reports: typeof without): number => reports.at(-1)!.metrics['val/num_eos_tokens'];
    expect(ends(with_)).toBeGreaterThan(62);
    expect(ends(without)).toBeLessThan(62);
  });
});

describe('gradients', () => {
  it('of grpo after one iteration are REINFORCE with the groups as baseline', async () => {
    const options = { maxCompletionLength: 5, seed: 6 };
    const rollouts = new Rollouts(start, ['a', 'b'], countOfA, options);
    const { rows, scores } = await rollouts.at(0, start.parameters, { groups: 2, each: 4 });
    const { advantages } = groupAdvantages(scores, { numGenerations: 4 });
    const tokens = maskOf(rows, 5).reduce((sum, one) => sum + one, 0);
    const expected = new Float32Array(start.parameters.length);
    const vocabulary = new Vocabulary(CHARACTERS);
    tokenPass(networkOf(start), vocabulary, start.parameters, rows, 5).backward(
      maskOf(rows, 5).map((one, at) => (-one * advantages[Math.floor(at / 5)]!) / tokens),
      undefined,
      expected
    );
    const [{ moments }] = await grpo(['a', 'b'], countOfA, start, {
      ...options,
      steps: 1,
      promptsPerStep: 2,
      numGenerations: 4
    });
    // Adam's first moment after one step is a tenth of the gradient.
    for (const [index, slope] of expected.entries()) {
      expect(moments.first[index]).toBeCloseTo(slope / 10, 6);
    }
  });

  it('of REINFORCE are, on average, the exact policy gradient', async () => {
    // One token a completion: E[R] = Σ π(y) r(y), ∂E/∂logit = π(y) (r(y) − E[R]).
    const rewards = [2, -1, 0.5, 1];
    const random = new Random(12);
    const parameters = start.parameters.map(() => random.normal() * 0.5);
    const policy = { ...start, parameters };
    const vocabulary = new Vocabulary(CHARACTERS);
    const row = [...parameters.subarray(vocabulary.start * 4, vocabulary.start * 4 + 4)];
    const total = row.reduce((sum, logit) => sum + Math.exp(logit), 0);
    const probabilities = row.map((logit) => Math.exp(logit) / total);
    const mean = probabilities.reduce((sum, p, y) => sum + p * rewards[y]!, 0);
    const reward: Reward = (all) =>
      all.map((text) => (text === '' ? rewards[3]! : rewards[CHARACTERS.indexOf(text)]!));
    const [{ moments }] = await grpo([''], reward, policy, {
      steps: 1,
      maxCompletionLength: 1,
      promptsPerStep: 1,
      numGenerations: 20_000,
      scaleRewards: 'none',
      seed: 5
    });
    for (const [y, p] of probabilities.entries()) {
      const slope = -10 * moments.first[vocabulary.start * 4 + y]!;
      expect(Math.abs(slope - p * (rewards[y]! - mean))).toBeLessThan(0.02);
    }
  });

  it.each([
    ['bigram', start],
    ['transformer', characterPolicy({ kind: 'transformer', characters: CHARACTERS, width: 8 })]
  ] as const)('of ppo are those of plain tfjs through the whole policy: %s', async (_, policy) => {
    const options = { maxCompletionLength: 5, seed: 6, klCoef: 0.3, vfCoef: 0.7 };
    const rollouts = new Rollouts(policy, ['a'], countOfA, options);
    const rollout = await rollouts.at(0, policy.parameters, { groups: 8, each: 1 });
    const experience = experienceOf(rollouts, rollout, policy, policy, 0.3, options);
    const vocabulary = new Vocabulary(CHARACTERS);
    const { rows } = rollout;
    const read = rows.map(({ prompt, completion }) =>
      [vocabulary.start, ...prompt, ...completion, 0, 0, 0, 0, 0].slice(0, 6)
    );
    const tensors = policyTensors(policy);
    const names = Object.keys(tensors);
    const slopes = tf.tidy(() => {
      const shape: [number, number] = [8, 5];
      // The prompt is one character: predictions of the completion begin at the second position.
      const shift = tf.tensor2d(
        [0, 1, 2, 3, 4].map((t) => [0, 1, 2, 3, 4, 5].map((at) => (at === t + 1 ? 1 : 0)))
      );
      const tokens = rows.map(({ completion }) => [...completion, 0, 0, 0, 0].slice(0, 5));
      const grads = tf.grads((...parts: tf.Tensor[]) => {
        const named = Object.fromEntries(names.map((name, i) => [name, parts[i] as tf.Tensor2D]));
        const { logits, values } = policyOutputs(policy, named, read);
        const mask = tf.tensor2d(maskOf(rows, 5), shape);
        const repeated = tf.mul(tf.ones([8, 1, 1]), tf.reshape(shift, [1, 5, 6]));
        const aligned: tf.Tensor3D = tf.matMul(repeated, logits);
        const beyond = tf.tensor2d(maskOf(rows, 5, 1), shape);
        return ppoLoss(
          {
            newLogprobs: tokenLogps(aligned, tf.tensor2d(tokens, shape, 'int32'), mask),
            oldLogprobs: tf.tensor2d(experience.logprobs),
            advantages: tf.tensor2d(experience.policyAdvantages),
            policyMask: mask,
            vpred: tf.mul(tf.matMul(values, shift, false, true), beyond),
            oldValues: tf.tensor2d(experience.oldValues),
            returns: tf.tensor2d(experience.returns),
            valueMask: beyond
          },
          { vfCoef: 0.7 }
        ).loss;
      })(names.map((name) => tensors[name]!));
      return grads.flatMap((part) => [...part.dataSync()]);
    });
    const [{ moments }] = await ppo(['a'], countOfA, policy, {
      ...options,
      steps: 1,
      batchSize: 8,
      numPpoEpochs: 1
    });
    const worst = Math.max(
      ...slopes.map((slope, index) => Math.abs(slope - 10 * moments.first[index]!))
    );
    expect(worst).toBeLessThan(1e-5);
    expect(Math.max(...slopes.map(Math.abs))).toBeGreaterThan(1e-2);
    tf.dispose(tensors);
  });

  it('of a demonstration mixed in are those of sft', async () => {
    const demonstrations = [{ prompt: '', completion: 'ab' }];
    const still: Reward = (all) => all.map(() => 0);
    const options = { steps: 1, maxCompletionLength: 4, batchSize: 4, numPpoEpochs: 1, vfCoef: 0 };
    const [mixed] = await ppo([''], still, start, { ...options, ptx: { demonstrations, coef: 2 } });
    const [alone] = await sft(demonstrations, start, { steps: 1 });
    for (const [index, slope] of alone.moments.first.entries()) {
      expect(mixed.moments.first[index]).toBeCloseTo(2 * slope, 6);
    }
  });

  it('count nothing of what was cut off, where that is asked for', async () => {
    const [state, reports] = await grpo([''], countOfA, start, {
      steps: 1,
      maxCompletionLength: 1,
      maskTruncatedCompletions: true
    });
    // Of one token, only the end itself has ended.
    expect(reports[0]!.metrics['completions/clipped_ratio']).toBeGreaterThan(0.5);
    const [all] = await grpo([''], countOfA, start, { steps: 1, maxCompletionLength: 1 });
    expect(state.moments.first).not.toEqual(all.moments.first);
  });
});

describe('the value head', () => {
  it('learns what is still to come, discounted', async () => {
    const policy = structuredClone(start);
    // The end never comes: three tokens, and then the score.
    for (let row = 0; row <= 4; row++) policy.parameters[row * 4 + 3] = -50;
    const [state] = await ppo([''], (all) => all.map(() => 4), policy, {
      steps: 40,
      batchSize: 16,
      maxCompletionLength: 3,
      klCoef: 0,
      gamma: 0.5,
      lam: 1,
      cliprangeValue: 10,
      seed: 4
    });
    const atStart = 5 * 4 + new Vocabulary(CHARACTERS).start;
    expect(Math.abs(state.policy.parameters[atStart]! - 0.5 ** 2 * 4)).toBeLessThan(0.01);
  });
});

describe('short runs are pinned', () => {
  const options = { steps: 5, maxCompletionLength: 6, reportEvery: 5, seed: 11 };
  const expectClose = (values: number[], pinned: number[]): void => {
    for (const [index, value] of values.entries()) {
      expect(Math.abs(value - pinned[index]!)).toBeLessThan(1e-4);
    }
  };

  it('ppo', async () => {
    const [, [report]] = await ppo([''], countOfA, start, { ...options, numMiniBatches: 2 });
    const { metrics } = report!;
    const pinned = [
      'objective/kl',
      'objective/scores',
      'loss/policy_avg',
      'loss/value_avg'
    ] as const;
    expectClose(
      pinned.map((name) => metrics[name]),
      [2.1754, 3.4688, -0.0452, 2.8197]
    );
  });

  it('grpo', async () => {
    const [, [report]] = await grpo([''], countOfA, start, { ...options, beta: 0.1 });
    const { loss, kl, reward, entropy } = report!.metrics;
    expectClose([loss, kl!, reward, entropy], [-0.378, 0.0116, 1.0313, 1.3741]);
  });
});
