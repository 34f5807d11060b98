/** Completions sampled from a character policy. */

import { Random } from '../random.js';
import { networkOf, type CharacterPolicy } from './character-policy.js';
import { requireContext, tokenPass, type CompletionTokens } from './completions.js';
import type { Network } from './network.js';
import { Vocabulary } from './vocabulary.js';

export interface SamplingOptions {
  /** The most tokens of a completion, the end with them. */
  maxCompletionLength: number;
  /** Logits are divided by it; 0 takes the most probable token. Default 1. */
  temperature?: number | undefined;
  /** Default 0. */
  seed?: number | undefined;
}

export interface SampledCompletion {
  prompt: string;
  completion: string;
  /** Whether the policy wrote the end, before the longest length did. */
  ended: boolean;
}

/**
 * A completion of each prompt. The same seed gives the same ones.
 * @throws {RangeError} where a prompt has a character that is not in the vocabulary, or does not fit
 * @example
 * ```ts
 * const policy = characterPolicy({ characters: 'ab' });
 * // After an "a" the logit of "b" is 5 (a row for each character before; the last column is the end).
 * policy.parameters[0 * 3 + 1] = 5;
 * // And after a "b" that of the end.
 * policy.parameters[1 * 3 + 2] = 5;
 * sampleCompletions(policy, ['a', 'b'], { maxCompletionLength: 4 }); // → [{ prompt: 'a', completion: 'b', ended: true }, { prompt: 'b', completion: '', ended: true }]
 * // Cut off before the end.
 * sampleCompletions(policy, ['a'], { maxCompletionLength: 1 }); // → [{ prompt: 'a', completion: 'b', ended: false }]
 * ```
 */
export function sampleCompletions(
  policy: CharacterPolicy,
  prompts: readonly string[],
  { maxCompletionLength, temperature = 1, seed = 0 }: SamplingOptions
): SampledCompletion[] {
  const network = networkOf(policy);
  const vocabulary = new Vocabulary(policy.characters);
  const random = new Random(seed);
  return prompts.map((prompt) => {
    const tokens = vocabulary.encode(prompt);
    requireContext(network, [tokens], maxCompletionLength);
    const completion = sampleTokens(network, vocabulary, policy.parameters, tokens, {
      maxCompletionLength,
      temperature,
      random
    });
    return {
      prompt,
      completion: vocabulary.decode(completion),
      ended: completion.at(-1) === vocabulary.end
    };
  });
}

/** @param prompt tokens @returns the tokens after it, the end with them */
export function sampleTokens(
  network: Network,
  vocabulary: Vocabulary,
  parameters: Float32Array,
  prompt: readonly number[],
  {
    maxCompletionLength,
    temperature,
    random
  }: { maxCompletionLength: number; temperature: number; random: Random }
): number[] {
  const read = network.reader(parameters);
  let logits = read(vocabulary.start);
  for (const token of prompt) logits = read(token);
  const completion: number[] = [];
  for (;;) {
    const token = drawn(logits, temperature, random);
    completion.push(token);
    if (token === vocabulary.end || completion.length === maxCompletionLength) return completion;
    logits = read(token);
  }
}

function drawn(logits: Float32Array, temperature: number, random: Random): number {
  let best = 0;
  for (let column = 1; column < logits.length; column++) {
    if (logits[column]! > logits[best]!) best = column;
  }
  if (temperature === 0) return best;
  let total = 0;
  for (const logit of logits) total += Math.exp((logit - logits[best]!) / temperature);
  let left = random.uniform() * total;
  for (let column = 0; column < logits.length; column++) {
    left -= Math.exp((logits[column]! - logits[best]!) / temperature);
    if (left < 0) return column;
  }
  return best;
}

/**
 * The log-probability of each token of each completion, nats; that of the end is the last one where it `ended`, which
 * is taken for granted where it is not said.
 *
 * @example
 * ```ts
 * const policy = characterPolicy({ characters: 'ab' });
 * // "a", "b" and the end are equally likely; an end that was not written does not count.
 * const [whole, cutOff] = completionLogps(policy, [
 *   { prompt: '', completion: 'ab' },
 *   { prompt: '', completion: 'ab', ended: false }
 * ]);
 * whole; // → [-1.0986, -1.0986, -1.0986]
 * cutOff; // → [-1.0986, -1.0986]
 * ```
 */
export function completionLogps(
  policy: CharacterPolicy,
  completions: readonly { prompt: string; completion: string; ended?: boolean }[],
  { temperature = 1 }: { temperature?: number } = {}
): Float32Array[] {
  const vocabulary = new Vocabulary(policy.characters);
  const network = networkOf(policy);
  const rows = completions.map((one) => tokensOf(vocabulary, one));
  const length = rows.reduce((most, { completion }) => Math.max(most, completion.length), 1);
  requireContext(
    network,
    rows.map(({ prompt }) => prompt),
    length
  );
  const { logps } = tokenPass(network, vocabulary, policy.parameters, rows, length, temperature);
  return rows.map(({ completion }, b) => logps.slice(b * length, b * length + completion.length));
}

/** The end is the last token, unless the completion was cut off before it. */
export function tokensOf(
  vocabulary: Vocabulary,
  { prompt, completion, ended = true }: { prompt: string; completion: string; ended?: boolean }
): CompletionTokens {
  return {
    prompt: vocabulary.encode(prompt),
    completion: [...vocabulary.encode(completion), ...(ended ? [vocabulary.end] : [])]
  };
}
