/** A policy over a few responses to each of a few prompts: a softmax a row of a table. */

import { entropy, klDivergence } from '../closed-form/distribution.js';
import { Random } from '../random.js';

export interface TabularPolicy {
  /** (prompts, responses) row by row; the policy is their softmax a row */
  logits: Float32Array;
  responses: number;
}

/**
 * (prompts, responses) row by row
 *
 * @example
 * ```ts
 * // Two prompts of two responses each.
 * const logits = Float32Array.of(0, 0, Math.log(3), 0);
 * logProbabilities({ logits, responses: 2 }).map(Math.exp); // → [0.5, 0.5, 0.75, 0.25]
 * ```
 */
export function logProbabilities({ logits, responses }: TabularPolicy): Float32Array {
  const result = new Float32Array(logits.length);
  for (let row = 0; row < logits.length; row += responses) {
    const total = logNormaliser(logits, row, responses);
    for (let cell = row; cell < row + responses; cell++) result[cell] = logits[cell]! - total;
  }
  return result;
}

/** log Σ exp of the logits from `row` on. */
export function logNormaliser(logits: Float32Array, row: number, responses: number): number {
  let most = -Infinity;
  for (let cell = row; cell < row + responses; cell++) most = Math.max(most, logits[cell]!);
  let total = 0;
  for (let cell = row; cell < row + responses; cell++) total += Math.exp(logits[cell]! - most);
  return most + Math.log(total);
}

/**
 * A response (its column) to each of the prompts (rows). The same seed gives the same ones.
 *
 * @example
 * ```ts
 * // Of the first prompt the second response is nine times as likely as the first.
 * const policy = { logits: Float32Array.of(0, Math.log(9), 0, 0), responses: 2 };
 * const sampled = sampleResponses(policy, new Array(1000).fill(0), 1);
 * sampled.filter((response) => response === 1).length / 1000; // → 0.908
 * ```
 */
export function sampleResponses(
  policy: TabularPolicy,
  prompts: ArrayLike<number>,
  seed: number
): Int32Array {
  const rows = probabilityRows(policy);
  const random = new Random(seed);
  return Int32Array.from(prompts, (prompt, index) => {
    const row = rows[prompt];
    if (row === undefined) {
      throw new RangeError(`prompts[${index}] is ${prompt}; there are ${rows.length}, from 0 on.`);
    }
    return random.weighted(row);
  });
}

/**
 * KL(policy‖reference) of each prompt, exactly, nats.
 * @throws {RangeError} where the tables differ in size
 * @example
 * ```ts
 * const policy = { logits: Float32Array.of(Math.log(3), 0, 1, 1), responses: 2 };
 * const reference = { logits: new Float32Array(4), responses: 2 };
 * // 0.75 log(0.75 / 0.5) + 0.25 log(0.25 / 0.5), and the same distribution.
 * tabularKl(policy, reference); // → [0.1308, 0]
 * ```
 */
export function tabularKl(policy: TabularPolicy, reference: TabularPolicy): number[] {
  const sizes = [policy, reference].map(
    ({ logits, responses }) => `${logits.length} / ${responses}`
  );
  if (sizes[0] !== sizes[1]) {
    throw new RangeError(`The policies have tables of ${sizes.join(' and ')}; they must be alike.`);
  }
  const others = probabilityRows(reference);
  return probabilityRows(policy).map((row, prompt) => klDivergence(row, others[prompt]!));
}

/**
 * The entropy of each prompt's responses, nats.
 *
 * @example
 * ```ts
 * // log 2 where two responses are equally likely.
 * tabularEntropy({ logits: Float32Array.of(0, 0, Math.log(3), 0), responses: 2 }); // → [0.6931, 0.5623]
 * ```
 */
export function tabularEntropy(policy: TabularPolicy): number[] {
  return probabilityRows(policy).map(entropy);
}

/** A row a prompt, in float64. */
function probabilityRows({ logits, responses }: TabularPolicy): number[][] {
  return Array.from({ length: logits.length / responses }, (_, prompt) => {
    const own = Array.from(logits.subarray(prompt * responses, (prompt + 1) * responses));
    const most = Math.max(...own);
    const powers = own.map((logit) => Math.exp(logit - most));
    const total = powers.reduce((sum, power) => sum + power, 0);
    return powers.map((power) => power / total);
  });
}
