/** A policy that writes text a character at a time, as data: its kind, its sizes and its parameters. */

import { Random } from '../random.js';
import { bigramNetwork } from './bigram.js';
import type { Network } from './network.js';
import { transformerNetwork, type TransformerSizes } from './transformer.js';
import { Vocabulary } from './vocabulary.js';

/**
 * The most parameters that a policy may have: more is no longer small enough to watch.
 *
 * @example
 * ```ts
 * MOST_PARAMETERS; // → 100000
 * // A transformer of the default sizes has a tenth of them.
 * characterPolicy({ kind: 'transformer', characters: 'abcd' }).parameters.length; // → 9830
 * ```
 */
export const MOST_PARAMETERS = 100_000;

export interface BigramPolicy {
  kind: 'bigram';
  /** Each a token; see `Vocabulary`. */
  characters: string;
  /** The table of logits (V + 1, V), then the values (V + 1); V = characters + 1, rows are the character before. */
  parameters: Float32Array;
}

export interface TransformerPolicy extends TransformerSizes {
  kind: 'transformer';
  characters: string;
  /** As `transformerLayout` has them. */
  parameters: Float32Array;
}

export type CharacterPolicy = BigramPolicy | TransformerPolicy;

export type CharacterPolicyOptions =
  | { kind?: 'bigram'; characters: string }
  | ({
      kind: 'transformer';
      characters: string;
      /** Of the weights at the start. Default 0. */
      seed?: number;
    } & Partial<TransformerSizes>);

/**
 * A policy that has learned nothing: the bigram writes every character with the same probability, and the transformer
 * (by default 33 tokens, width 32, 2 heads, 64 hidden) nearly so.
 *
 * @throws {RangeError} where sizes do not fit each other, or there are over 100,000 parameters
 * @example
 * ```ts
 * // A table of logits: what is written depends on the character before alone.
 * const policy = characterPolicy({ characters: 'abc' });
 * policy.parameters.length; // → 25
 * // It has learned nothing: each of three characters and the end has a probability of 1/4.
 * completionLogps(policy, [{ prompt: 'a', completion: 'bc' }])[0].map(Math.exp); // → [0.25, 0.25, 0.25]
 * ```
 */
export function characterPolicy(options: CharacterPolicyOptions): CharacterPolicy {
  if (options.kind !== 'transformer') {
    const { characters } = options;
    const { layout } = bigramNetwork(new Vocabulary(characters).size);
    requireSmall(layout.size);
    return { kind: 'bigram', characters, parameters: new Float32Array(layout.size) };
  }
  const { characters, contextLength = 33, width = 32, heads = 2, hidden = 64, seed = 0 } = options;
  for (const [name, size] of Object.entries({ contextLength, width, heads, hidden })) {
    if (!(Number.isInteger(size) && size >= 1)) {
      throw new RangeError(`${name} is ${size}; it must be a whole number from 1 on.`);
    }
  }
  if (width % heads !== 0) {
    throw new RangeError(`width is ${width}, and heads ${heads}; the one must divide the other.`);
  }
  const sizes = { contextLength, width, heads, hidden };
  const { layout } = transformerNetwork(new Vocabulary(characters).size, sizes);
  requireSmall(layout.size);
  const random = new Random(seed);
  const parameters = new Float32Array(layout.size);
  for (const { name, shape, at } of layout.parts) {
    const part = parameters.subarray(at, at + shape[0] * shape[1]);
    if (name.endsWith('Gain')) part.fill(1);
    else if (INITIAL_SCALE[name] !== undefined) {
      const scale = INITIAL_SCALE[name](shape[0]);
      for (const index of part.keys()) part[index] = scale * random.normal();
    }
  }
  return { kind: 'transformer', characters, ...sizes, parameters };
}

const byInputs = (rows: number) => 1 / Math.sqrt(rows);
const small = () => 0.02;
/** The rest (biases, the value head) is 0 at first. What is added to the residual, and the logits, begin small. */
const INITIAL_SCALE: Readonly<Record<string, (rows: number) => number>> = {
  tokens: () => 1,
  positions: () => 0.5,
  query: byInputs,
  key: byInputs,
  value: byInputs,
  hiddenWeights: byInputs,
  output: (rows) => 0.5 * byInputs(rows),
  backWeights: (rows) => 0.5 * byInputs(rows),
  logitWeights: small
};

/** What computes with the policy's parameters. @throws {RangeError} where they are not as many as its sizes say, or not finite */
export function networkOf(policy: CharacterPolicy): Network {
  const { size } = new Vocabulary(policy.characters);
  const network = policy.kind === 'bigram' ? bigramNetwork(size) : transformerNetwork(size, policy);
  if (policy.parameters.length !== network.layout.size) {
    throw new RangeError(
      `The policy has ${policy.parameters.length} parameters; its sizes want ${network.layout.size}.`
    );
  }
  const bad = policy.parameters.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new RangeError(
      `parameters[${bad}] of the policy is ${policy.parameters[bad]}; it must be finite.`
    );
  }
  return network;
}

function requireSmall(parameters: number): void {
  if (parameters > MOST_PARAMETERS) {
    throw new RangeError(
      `The policy would have ${parameters} parameters; at most ${MOST_PARAMETERS} are allowed. Make it narrower.`
    );
  }
}
