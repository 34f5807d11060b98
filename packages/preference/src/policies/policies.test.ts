/** Character policies: typed arrays against tensors and finite differences, sampling against log-probabilities, refusals. */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useCpu } from '../cpu.testing.js';
import { dpoLoss, Random, sftLoss } from '../index.js';
import {
  characterPolicy,
  networkOf,
  type CharacterPolicy,
  type CharacterPolicyOptions
} from './character-policy.js';
import { maskOf, tokenPass, type CompletionTokens } from './completions.js';
import { completionLogps, sampleCompletions, tokensOf } from './sample.js';
import { policyOutputs, policyTensors, tokenLogps } from './tensors.js';
import { charactersOf, Vocabulary } from './vocabulary.js';

beforeAll(useCpu);

const CHARACTERS = 'abcd';
const LENGTH = 5;
const ROWS = [
  { prompt: '', completion: 'abca', ended: true },
  { prompt: 'da', completion: 'bd', ended: true },
  { prompt: 'c', completion: 'ddcba', ended: false }
];

/** With parameters that are not those of the start, so that nothing is zero by chance. */
function policyOf(options: CharacterPolicyOptions, seed = 4): CharacterPolicy {
  const policy = characterPolicy(options);
  const random = new Random(seed);
  const parameters = policy.parameters.map((value) => value + 0.3 * random.normal());
  return { ...policy, parameters };
}

const bigram = () => policyOf({ characters: CHARACTERS });
const transformer = (heads = 2) =>
  policyOf({
    kind: 'transformer',
    characters: CHARACTERS,
    contextLength: 9,
    width: 8,
    heads,
    hidden: 12
  });

const largest = (one: ArrayLike<number>, other: ArrayLike<number>): number =>
  Math.max(...Array.from(one, (value, index) => Math.abs(value - (other[index] ?? NaN))));

function rowsOf(vocabulary: Vocabulary): CompletionTokens[] {
  return ROWS.map((row) => tokensOf(vocabulary, row));
}

/** The same cells (B, T) as `tokenPass`, from the tensors. */
function cells(policy: CharacterPolicy, tensors: ReturnType<typeof policyTensors>) {
  const vocabulary = new Vocabulary(policy.characters);
  const rows = rowsOf(vocabulary);
  const width = 2 + LENGTH;
  const read = rows.map(({ prompt, completion }) =>
    [vocabulary.start, ...prompt, ...completion.slice(0, LENGTH - 1), 0, 0, 0, 0, 0].slice(0, width)
  );
  const { logits, values } = policyOutputs(policy, tensors, read);
  // Each row's completion begins one after its prompt.
  const shift = tf.tensor3d(
    rows.map(({ prompt }) =>
      Array.from({ length: LENGTH }, (_, t) =>
        Array.from({ length: width }, (_unused, at) => (at === prompt.length + t ? 1 : 0))
      )
    )
  );
  const aligned: tf.Tensor3D = tf.matMul(shift, logits);
  const mask = tf.tensor2d(maskOf(rows, LENGTH), [rows.length, LENGTH]);
  const tokens = tf.tensor2d(
    rows.map(({ completion }) => Array.from({ length: LENGTH }, (_, t) => completion[t] ?? 0)),
    [rows.length, LENGTH],
    'int32'
  );
  const beyond = tf.tensor2d(maskOf(rows, LENGTH, 1), [rows.length, LENGTH]);
  const shifted = tf.reshape(tf.matMul(shift, tf.reshape(values, [rows.length, width, 1])), [
    rows.length,
    LENGTH
  ]);
  return { aligned, tokens, mask, values: tf.mul(shifted, beyond) };
}

describe.each([
  ['bigram', bigram],
  ['transformer, a head', () => transformer(1)],
  ['transformer, 4 heads', () => transformer(4)]
] as const)('%s', (_, make) => {
  const policy = make();
  const vocabulary = new Vocabulary(CHARACTERS);
  const network = networkOf(policy);
  const pass = (parameters = policy.parameters, temperature = 0.8) =>
    tokenPass(network, vocabulary, parameters, rowsOf(vocabulary), LENGTH, temperature);

  it('computes on typed arrays what it does as tensors: log-probabilities, values, gradients', () => {
    const random = new Random(7);
    const weights = [0, 1].map(() =>
      Float32Array.from({ length: ROWS.length * LENGTH }, () => random.normal())
    ) as [Float32Array, Float32Array];
    const typed = pass();
    const gradient = new Float32Array(policy.parameters.length);
    typed.backward(weights[0], weights[1], gradient);

    tf.tidy(() => {
      const tensors = policyTensors(policy);
      const names = Object.keys(tensors);
      const shape: [number, number] = [ROWS.length, LENGTH];
      const loss = (...parts: tf.Tensor[]) => {
        const named = Object.fromEntries(names.map((name, at) => [name, parts[at] as tf.Tensor2D]));
        const { aligned, tokens, mask, values } = cells(policy, named);
        const logps = tokenLogps(aligned, tokens, mask, 0.8);
        expect(largest(logps.dataSync(), typed.logps)).toBeLessThan(1e-5);
        expect(largest(values.dataSync(), typed.values)).toBeLessThan(1e-5);
        return tf.add<tf.Scalar>(
          tf.sum(tf.mul(logps, tf.tensor2d(weights[0], shape))),
          tf.sum(tf.mul(values, tf.tensor2d(weights[1], shape)))
        );
      };
      const grads = tf.grads(loss)(names.map((name) => tensors[name]!));
      const flat = grads.flatMap((part) => [...part.dataSync()]);
      expect(flat.length).toBe(gradient.length);
      expect(largest(flat, gradient)).toBeLessThan(1e-5);
    });
  });

  it('has the gradient of finite differences', () => {
    const random = new Random(8);
    const weights = Float32Array.from({ length: ROWS.length * LENGTH }, () => random.normal());
    const gradient = new Float32Array(policy.parameters.length);
    pass().backward(weights, weights, gradient);
    const mask = maskOf(rowsOf(vocabulary), LENGTH);
    const loss = (parameters: Float32Array) => {
      const { logps, values } = pass(parameters);
      // One past the last token has a value, but no log-probability.
      return logps.reduce(
        (sum, logp, at) => sum + weights[at]! * (mask[at]! * logp + values[at]!),
        0
      );
    };
    // Small enough to cross few of the ReLU's kinks.
    const h = 2e-3;
    for (let index = 0; index < gradient.length; index += 7) {
      const moved = (by: number) =>
        policy.parameters.map((value, at) => (at === index ? value + by : value));
      const slope = (loss(moved(h)) - loss(moved(-h))) / (2 * h);
      expect(Math.abs(gradient[index]! - slope)).toBeLessThan(5e-3 * Math.max(1, Math.abs(slope)));
    }
  });

  it('samples with the probabilities that it gives', () => {
    const count = 4_000;
    const prompts = new Array<string>(count).fill('b');
    const sampled = sampleCompletions(policy, prompts, { maxCompletionLength: 2, seed: 3 });
    const counts = new Map<string, number>();
    for (const { completion, ended } of sampled) {
      const key = completion + (ended ? '.' : '');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    let total = 0;
    for (const [key, seen] of counts) {
      const ended = key.endsWith('.');
      const completion = key.replace('.', '');
      const [logps] = completionLogps(policy, [{ prompt: 'b', completion, ended }]);
      const probability = Math.exp(logps!.reduce((sum, logp) => sum + logp, 0));
      total += probability;
      const deviation = Math.sqrt((probability * (1 - probability)) / count);
      expect(Math.abs(seen / count - probability)).toBeLessThan(4.5 * deviation + 1e-9);
    }
    expect(total).toBeGreaterThan(0.98);
    expect(total).toBeLessThan(1 + 1e-5);
  });

  it('reads a token at a time as it does all at once', () => {
    const tokens = [vocabulary.start, 2, 0, 3, 1, 4];
    const { logits } = network.forward(policy.parameters, {
      tokens: Int32Array.from(tokens),
      starts: Int32Array.of(0, tokens.length)
    });
    const read = network.reader(policy.parameters);
    const alone = tokens.flatMap((token) => [...read(token)]);
    expect(largest(alone, logits)).toBeLessThan(1e-5);
  });

  it('samples the same from the same seed, the likeliest at temperature 0, and ends what it ends', () => {
    const sample = (options: object) =>
      sampleCompletions(policy, ['', 'a', 'bc', 'd'], {
        maxCompletionLength: 6,
        seed: 1,
        ...options
      });
    expect(sample({})).toEqual(sample({}));
    expect(sample({ seed: 2 })).not.toEqual(sample({}));
    expect(sample({ temperature: 0, seed: 2 })).toEqual(sample({ temperature: 0 }));
    for (const { completion, ended } of sample({})) {
      expect(completion.length).toBeLessThanOrEqual(ended ? 5 : 6);
    }
  });

  it('can be differentiated through by the losses', () => {
    const tensors = policyTensors(policy);
    const names = Object.keys(tensors);
    const named = (parts: tf.Tensor[]) =>
      Object.fromEntries(names.map((name, at) => [name, parts[at] as tf.Tensor2D]));
    const slopes = (loss: (parts: tf.Tensor[]) => tf.Scalar) =>
      tf.tidy(() =>
        tf
          .grads((...parts: tf.Tensor[]) => loss(parts))(names.map((name) => tensors[name]!))
          .flatMap((part) => [...part.dataSync()])
      );
    // tfjs refuses a loss that does not depend on all of the inputs.
    const withValues = (loss: tf.Scalar, values: tf.Tensor): tf.Scalar =>
      tf.add(loss, tf.mul(0, tf.sum(values)));
    const sft = slopes((parts) => {
      const { aligned, tokens, mask, values } = cells(policy, named(parts));
      const labels = tf.cast(tf.sub(tf.mul(tf.add(tokens, 100), mask), 100), 'int32');
      const { loss } = sftLoss({ logits: aligned, labels: labels as tf.Tensor2D });
      return withValues(loss, values);
    });
    const counted = maskOf(rowsOf(vocabulary), LENGTH);
    const share = -1 / counted.reduce((sum, one) => sum + one, 0);
    const typed = new Float32Array(policy.parameters.length);
    pass(policy.parameters, 1).backward(
      counted.map((one) => one * share),
      undefined,
      typed
    );
    expect(largest(sft, typed)).toBeLessThan(1e-5);

    const dpo = slopes((parts) => {
      const { aligned, tokens, mask, values } = cells(policy, named(parts));
      const sums: tf.Tensor1D = tf.sum(tokenLogps(aligned, tokens, mask), 1);
      const of = (...weights: number[]): tf.Tensor1D =>
        tf.reshape(tf.sum(tf.mul(sums, weights)), [1]);
      const { loss } = dpoLoss({
        policyChosenLogps: of(1, 0, 0),
        policyRejectedLogps: of(0, 1, 0),
        refChosenLogps: tf.tensor1d([-6]),
        refRejectedLogps: tf.tensor1d([-5])
      });
      return withValues(loss, values);
    });
    expect(dpo.some((slope) => Math.abs(slope) > 1e-4)).toBe(true);
    expect(dpo.every(Number.isFinite)).toBe(true);
    tf.dispose(tensors);
  });
});

describe('a vocabulary', () => {
  it('gives back what it was given', () => {
    const texts = ['hello, wörld', '🙂 ok'];
    const vocabulary = new Vocabulary(charactersOf(texts));
    for (const text of texts) expect(vocabulary.decode(vocabulary.encode(text))).toBe(text);
    expect(vocabulary.decode([vocabulary.start, vocabulary.end])).toBe('');
    expect([vocabulary.end, vocabulary.start]).toEqual([vocabulary.size - 1, vocabulary.size]);
  });
});

describe('what does not fit is refused', () => {
  const small = { kind: 'transformer', characters: 'ab', contextLength: 4, width: 4 } as const;
  it.each([
    [() => new Vocabulary('aba'), 'The vocabulary "aba" has a character twice.'],
    [() => characterPolicy({ characters: '' }), 'A vocabulary has characters.'],
    [() => new Vocabulary('ab').encode('abX'), '"X" of "abX" is not in the vocabulary "ab"'],
    [() => characterPolicy({ ...small, heads: 3 }), 'width is 4, and heads 3'],
    [() => characterPolicy({ ...small, width: 1.5 }), 'width is 1.5; it must be a whole number'],
    [() => characterPolicy({ ...small, width: 200 }), 'at most 100000 are allowed'],
    [
      () => networkOf({ ...characterPolicy(small), parameters: new Float32Array(3) }),
      'The policy has 3 parameters; its sizes want'
    ],
    [
      () => sampleCompletions(characterPolicy(small), ['aba'], { maxCompletionLength: 2 }),
      'A prompt of 3 characters and a completion of 2 tokens do not fit: the policy reads 4.'
    ],
    [
      () =>
        networkOf({
          kind: 'bigram',
          characters: 'a',
          parameters: Float32Array.of(0, NaN, 0, 0, 0, 0, 0, 0, 0)
        }),
      'parameters[1] of the policy is NaN; it must be finite.'
    ]
  ])('%s', (run, message) => {
    expect(run).toThrow(message);
  });
});
