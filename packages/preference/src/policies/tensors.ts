/** Character policies as tensors, for losses of one's own: TensorFlow.js differentiates through them. */

import * as tf from '@tensorflow/tfjs-core';
import { detached } from '../tensor/numeric.js';
import { networkOf, type CharacterPolicy, type TransformerPolicy } from './character-policy.js';
import { NORM_EPSILON } from './matrix.js';
import type { Name } from './transformer.js';
import { Vocabulary } from './vocabulary.js';

/** The parameters by name, each a matrix. */
export type PolicyTensors = Record<string, tf.Tensor2D>;

export interface PolicyOutputs {
  /** (B, T, V) of the token after each */
  logits: tf.Tensor3D;
  /** (B, T) */
  values: tf.Tensor2D;
}

/**
 * To be passed to `policyOutputs`, and to be disposed of.
 *
 * @example
 * ```ts
 * const tensors = policyTensors(characterPolicy({ characters: 'ab' }));
 * // Of a bigram: a row for each character before, the end and the start.
 * tensors.logits.shape; // → [4, 3]
 * tensors.values.shape; // → [4, 1]
 * tf.dispose(tensors);
 * ```
 */
export function policyTensors(policy: CharacterPolicy): PolicyTensors {
  const { layout } = networkOf(policy);
  return Object.fromEntries(
    layout.parts.map(({ name, shape, at }) => {
      const size = shape[0] * shape[1];
      return [name, tf.tensor2d(policy.parameters.slice(at, at + size), [shape[0], shape[1]])];
    })
  );
}

/**
 * The plain form of what trainers compute on typed arrays; the two agree (tested).
 *
 * @param policy its kind and sizes; the parameters are those of `tensors`
 * @param tokens (B, T) what is read, `start` first; shorter sequences are padded at the end with any token
 * @throws where rows are not of one length, or longer than the policy can read
 * @example
 * ```ts
 * const policy = characterPolicy({ characters: 'ab' });
 * const tensors = policyTensors(policy);
 * const { start } = new Vocabulary('ab');
 * // A loss of one's own: log π("a") of the first token. Its slopes are 1 − π where "a" is, −π elsewhere.
 * const slope = tf.grad((logits) => {
 *   const outputs = policyOutputs(policy, { ...tensors, logits }, [[start]]);
 *   return tokenLogps(outputs.logits, tf.tensor2d([[0]], [1, 1], 'int32'), tf.ones([1, 1]));
 * });
 * slope(tensors.logits); // → [[0, 0, 0], [0, 0, 0], [0, 0, 0], [0.6667, -0.3333, -0.3333]]
 * ```
 */
export function policyOutputs(
  policy: CharacterPolicy,
  tensors: PolicyTensors,
  tokens: readonly (readonly number[])[]
): PolicyOutputs {
  const { size } = new Vocabulary(policy.characters);
  const [batch, length] = [tokens.length, tokens[0]?.length ?? 0];
  if (tokens.some((row) => row.length !== length) || length > networkOf(policy).contextLength) {
    const lengths = [...new Set(tokens.map((row) => row.length))].join(', ');
    throw new RangeError(
      `policyOutputs: rows of one length, and at most ${networkOf(policy).contextLength} tokens, are wanted; got ${lengths}.`
    );
  }
  // A product instead of a gather, whose gradient is a scatter that is slow, or missing.
  const read = tf.cast(tf.oneHot(tf.tensor1d(tokens.flat(), 'int32'), size + 1), 'float32');
  const [logits, values] =
    policy.kind === 'bigram'
      ? [tf.matMul(read, tensors['logits']!), tf.matMul(read, tensors['values']!)]
      : transformer(policy, tensors as Record<Name, tf.Tensor2D>, read as tf.Tensor2D, [
          batch,
          length
        ]);
  return {
    logits: tf.reshape(logits, [batch, length, size]),
    values: tf.reshape(values, [batch, length])
  };
}

/** See `transformerLayout` for the formula. */
function transformer(
  { contextLength, width, heads }: TransformerPolicy,
  parts: Record<Name, tf.Tensor2D>,
  read: tf.Tensor2D,
  [batch, length]: [number, number]
): [tf.Tensor, tf.Tensor] {
  const times = (a: tf.Tensor, b: tf.Tensor) => tf.matMul(a, b);
  const places = Array.from({ length: batch * length }, (_, row) => row % length);
  const x0 = tf.add(
    times(read, parts.tokens),
    times(
      tf.cast(tf.oneHot(tf.tensor1d(places, 'int32'), contextLength), 'float32'),
      parts.positions
    )
  );
  const first = norm(x0, parts.attentionGain);
  const [q, k, v] = ([parts.query, parts.key, parts.value] as const).map((weights) =>
    tf.reshape(times(first, weights), [batch, length, width])
  ) as [tf.Tensor3D, tf.Tensor3D, tf.Tensor3D];
  const future = tf.tensor2d(
    places
      .slice(0, length)
      .flatMap((row) => places.slice(0, length).map((column) => (column > row ? -1e9 : 0))),
    [length, length]
  );
  // A head's columns are picked by a mask: no slices, whose gradients not every backend has.
  const attended = Array.from({ length: heads }, (_, head) => {
    const own = tf.tensor1d(
      Array.from({ length: width }, (_unused, column) =>
        Math.floor((column * heads) / width) === head ? 1 : 0
      )
    );
    const scores = tf.div(tf.matMul(tf.mul(q, own), k, false, true), Math.sqrt(width / heads));
    return tf.matMul(softmax(tf.add(scores, future)), tf.mul(v, own));
  }).reduce((sum, head) => tf.add(sum, head));
  const x1 = tf.add(x0, times(tf.reshape(attended, [batch * length, width]), parts.output));
  const active = tf.relu(
    tf.add(times(norm(x1, parts.hiddenGain), parts.hiddenWeights), parts.hiddenBias)
  );
  const x2 = tf.add(x1, tf.add(times(active, parts.backWeights), parts.backBias));
  const last = norm(x2, parts.finalGain);
  return [
    tf.add(times(last, parts.logitWeights), parts.logitBias),
    tf.add(times(last, parts.valueWeights), parts.valueBias)
  ];
}

function norm(x: tf.Tensor, gain: tf.Tensor): tf.Tensor {
  const squares = tf.div(tf.sum(tf.square(x), -1, true), gain.size);
  return tf.mul(tf.mul(x, tf.rsqrt(tf.add(squares, NORM_EPSILON))), gain);
}

function softmax(x: tf.Tensor): tf.Tensor {
  const powers = tf.exp(
    tf.sub(
      x,
      detached(x, (input) => tf.max(input, -1, true))
    )
  );
  return tf.div(powers, tf.sum(powers, -1, true));
}

/**
 * log softmax(logits / temperature) of each token, 0 where the mask is.
 *
 * @param logits (B, T, V) aligned with the tokens: position t gives the logits of token t
 * @param tokens (B, T) int32; any token where the mask is 0
 * @param mask (B, T) 1 for a token that counts, else 0
 * @returns (B, T) in nats
 * @example
 * ```ts
 * // Two tokens of a completion; "a" is three times as likely as "b" at first, then they are equally likely.
 * const logits = tf.tensor3d([[[Math.log(3), 0], [0, 0]]]);
 * const tokens = tf.tensor2d([[0, 1]], [1, 2], 'int32');
 * tf.exp(tokenLogps(logits, tokens, tf.ones([1, 2]))); // → [[0.75, 0.5]]
 * // Cooler: the differences of the logits are doubled.
 * tf.exp(tokenLogps(logits, tokens, tf.ones([1, 2]), 0.5)); // → [[0.9, 0.5]]
 * // A token that does not count.
 * tokenLogps(logits, tokens, tf.tensor2d([[1, 0]])); // → [[-0.2877, 0]]
 * ```
 */
export function tokenLogps(
  logits: tf.Tensor3D,
  tokens: tf.Tensor2D,
  mask: tf.Tensor2D,
  temperature = 1
): tf.Tensor2D {
  const scaled = tf.div(logits, temperature);
  const shifted = tf.sub(
    scaled,
    detached(scaled, (x) => tf.max(x, -1, true))
  );
  const chosen = tf.cast(tf.oneHot(tf.cast(tokens, 'int32'), logits.shape[2]), 'float32');
  const logps = tf.sub(tf.sum(tf.mul(shifted, chosen), -1), tf.log(tf.sum(tf.exp(shifted), -1)));
  return tf.mul<tf.Tensor2D>(logps, mask);
}
