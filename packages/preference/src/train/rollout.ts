/** Completions of prompts by the policy that learns, with their scores: where PPO and GRPO begin each step. */

import { networkOf, type CharacterPolicy } from '../policies/character-policy.js';
import { requireContext, type CompletionTokens } from '../policies/completions.js';
import type { Network } from '../policies/network.js';
import { sampleTokens } from '../policies/sample.js';
import { Vocabulary } from '../policies/vocabulary.js';
import { Random } from '../random.js';
import { scoresOf, type Reward } from './reward.js';
import { requireCount } from './train-loop.js';

export interface RolloutOptions {
  /** T: the most tokens of a completion, the end with them. Default 16. */
  maxCompletionLength?: number | undefined;
  /** Logits are divided by it, when completions are sampled and in their log-probabilities. Default 1. */
  temperature?: number | undefined;
  seed?: number | undefined;
}

export interface Rollout {
  rows: CompletionTokens[];
  prompts: string[];
  /** as text, without the end */
  completions: string[];
  /** whether the policy wrote the end */
  ended: boolean[];
  scores: number[];
}

/** Everything that a step needs and no step changes. */
export class Rollouts {
  readonly network: Network;
  readonly vocabulary: Vocabulary;
  readonly length: number;
  readonly temperature: number;
  readonly #seed: number;
  readonly #tokens: readonly (readonly number[])[];

  /** @throws {RangeError} where there is no prompt, or one does not fit the policy */
  constructor(
    policy: CharacterPolicy,
    private readonly prompts: readonly string[],
    private readonly reward: Reward,
    { maxCompletionLength = 16, temperature = 1, seed = 0 }: RolloutOptions
  ) {
    if (prompts.length === 0) throw new RangeError('There are no prompts; [""] is one.');
    requireCount('maxCompletionLength', maxCompletionLength, 1);
    if (!(temperature > 0)) {
      throw new RangeError(`temperature is ${temperature}; it must be above 0 for training.`);
    }
    this.network = networkOf(policy);
    this.vocabulary = new Vocabulary(policy.characters);
    this.length = maxCompletionLength;
    this.temperature = temperature;
    this.#seed = seed;
    this.#tokens = prompts.map((prompt) => this.vocabulary.encode(prompt));
    requireContext(this.network, this.#tokens, this.length);
  }

  /** @param groups how many prompts, each of which gets `each` completions, one after another */
  async at(
    step: number,
    parameters: Float32Array,
    { groups, each }: { groups: number; each: number }
  ): Promise<Rollout> {
    const random = chance(this.#seed, step, 'completions');
    const indices = this.#indices(step, groups).flatMap((index) =>
      new Array<number>(each).fill(index)
    );
    const rows = indices.map((index) => {
      const prompt = this.#tokens[index]!;
      const completion = sampleTokens(this.network, this.vocabulary, parameters, prompt, {
        maxCompletionLength: this.length,
        temperature: this.temperature,
        random
      });
      return { prompt, completion };
    });
    const prompts = indices.map((index) => this.prompts[index]!);
    const completions = rows.map(({ completion }) => this.vocabulary.decode(completion));
    return {
      rows,
      prompts,
      completions,
      ended: rows.map(({ completion }) => completion.at(-1) === this.vocabulary.end),
      scores: await scoresOf(this.reward, completions, prompts)
    };
  }

  /** All prompts in a new order, then again. Depends on seed and step alone. */
  #indices(step: number, count: number): number[] {
    const all = Array.from(this.prompts.keys());
    if (all.length === 1) return new Array<number>(count).fill(0);
    let [epoch, order] = [-1, all];
    return Array.from({ length: count }, (_, at) => {
      const place = step * count + at;
      if (Math.floor(place / all.length) !== epoch) {
        epoch = Math.floor(place / all.length);
        order = chance(this.#seed, epoch, 'prompts').shuffled(all);
      }
      return order[place % all.length]!;
    });
  }
}

const PURPOSES = [
  'completions',
  'prompts',
  'minibatches',
  'demonstrations',
  'opponents',
  'judgements',
  'evaluation'
] as const;

export type Purpose = (typeof PURPOSES)[number];

/** Chance for one purpose in one step, so that a run can be gone on with at any step. */
export function chance(seed: number, step: number, purpose: Purpose): Random {
  if (!Number.isInteger(seed)) throw new RangeError(`A seed is a whole number, not ${seed}.`);
  // Odd factors, the products of which are far apart for steps and seeds that are not.
  return new Random(
    Math.imul(seed, 0x9e3779b1) +
      Math.imul(step, 0x85ebca6b) +
      Math.imul(PURPOSES.indexOf(purpose), 0xc2b2ae35)
  );
}

/** Parts of about the same size, in a new order. @param parts at most as many as there are items */
export function minibatches(count: number, parts: number, random: Random): number[][] {
  const order = random.shuffled(Array.from({ length: count }, (_, index) => index));
  return Array.from({ length: parts }, (_, part) =>
    order.slice(Math.floor((part * count) / parts), Math.floor(((part + 1) * count) / parts))
  );
}
