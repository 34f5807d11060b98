/** Supervised fine-tuning: a character policy imitates demonstrations. */

import { networkOf, type CharacterPolicy } from '../policies/character-policy.js';
import {
  maskOf,
  requireContext,
  tokenPass,
  type CompletionTokens,
  type TokenPass
} from '../policies/completions.js';
import type { Network } from '../policies/network.js';
import { tokensOf } from '../policies/sample.js';
import { Vocabulary } from '../policies/vocabulary.js';
import { beginAt, learningRateFor, update, type CharacterTrainState } from './optimizer.js';
import { Batches, runSteps, type Report, type TrainOptions } from './train-loop.js';

export interface CharacterDemonstration {
  prompt: string;
  completion: string;
  /** Whether the policy should learn to stop there. Default true. */
  ended?: boolean;
}

/** Named as TRL's `SFTTrainer` logs them. */
export interface SftMetrics {
  /** nats a token */
  loss: number;
  /** mean entropy of the policy at the tokens, nats */
  entropy: number;
  /** the share of tokens that are the policy's most probable ones */
  mean_token_accuracy: number;
}

export interface SftTrainerOptions extends TrainOptions<SftMetrics> {
  /** Go on from here: nothing in it is changed. */
  state?: CharacterTrainState | undefined;
}

/**
 * Minimises −Σ log π(token) / tokens over the completions' tokens, the end with them, by Adam. It is `sftLoss`, with
 * the gradient on typed arrays (tested). Pure: the same data, options and state give the same result.
 *
 * TRL: `SFTTrainer` with completion-only loss.
 *
 * @param start what it begins with
 * @param options learningRate is 0.05 for a bigram, 0.003 for a transformer by default; batchSize all
 * @throws {RangeError} where a text has a character that is not in the vocabulary, or does not fit
 * @example
 * ```ts
 * const demonstrations = [
 *   { prompt: 'a', completion: 'bc' },
 *   { prompt: 'b', completion: 'c' }
 * ];
 * const start = characterPolicy({ characters: 'abc' });
 * const [{ policy }, reports] = await sft(demonstrations, start, { steps: 100, learningRate: 0.1 });
 * // Nats a token: log 4 before the first step, 0.419 after ten.
 * reports.at(0).metrics.loss; // → 0.4187
 * reports.at(-1).metrics; // → { loss: 0.0086, entropy: 0.0585, mean_token_accuracy: 1 }
 * sampleCompletions(policy, ['a'], { maxCompletionLength: 5, temperature: 0 }); // → [{ prompt: 'a', completion: 'bc', ended: true }]
 * ```
 */
export async function sft(
  demonstrations: readonly CharacterDemonstration[],
  start: CharacterPolicy,
  options: SftTrainerOptions
): Promise<[CharacterTrainState, Report<SftMetrics>[]]> {
  const imitation = new Imitation(start, demonstrations);
  const state = beginAt(start, options.state);
  const learningRate = learningRateFor(start, options.learningRate);
  const batches = new Batches(demonstrations.length, options.batchSize, options.seed ?? 0);
  const gradient = new Float32Array(start.parameters.length);
  const reports = await runSteps<SftMetrics>(state.step, options, (done) => {
    gradient.fill(0);
    const metrics = imitation.addGradient(state.policy, batches.at(done), gradient);
    update(state, gradient, learningRate);
    state.step = done + 1;
    return metrics;
  });
  return [state, reports];
}

/** Demonstrations as tokens, and the loss of imitating them: SFT's, and the part of PPO-ptx that is added. */
export class Imitation {
  readonly count: number;
  readonly #network: Network;
  readonly #vocabulary: Vocabulary;
  readonly #rows: readonly CompletionTokens[];

  constructor(policy: CharacterPolicy, demonstrations: readonly CharacterDemonstration[]) {
    this.#network = networkOf(policy);
    this.#vocabulary = new Vocabulary(policy.characters);
    this.#rows = demonstrations.map((one) => tokensOf(this.#vocabulary, one));
    this.count = this.#rows.length;
    for (const { prompt, completion } of this.#rows) {
      requireContext(this.#network, [prompt], completion.length);
    }
  }

  /** Adds `weight` times the gradient of the loss over those demonstrations. */
  addGradient(
    policy: CharacterPolicy,
    batch: ArrayLike<number>,
    gradient: Float32Array,
    weight = 1
  ): SftMetrics {
    const rows = Array.from(batch, (index) => this.#rows[index]!);
    const length = rows.reduce((most, { completion }) => Math.max(most, completion.length), 1);
    const pass = tokenPass(this.#network, this.#vocabulary, policy.parameters, rows, length);
    const mask = maskOf(rows, length);
    const tokens = Math.max(1, sum(mask));
    pass.backward(
      mask.map((counts) => (-weight * counts) / tokens),
      undefined,
      gradient
    );
    return {
      loss: -sum(pass.logps) / tokens,
      entropy: sum(pass.entropies) / tokens,
      mean_token_accuracy: greedyTokens(pass, rows, length) / tokens
    };
  }
}

function greedyTokens(pass: TokenPass, rows: readonly CompletionTokens[], length: number): number {
  return sum(
    rows.map(
      ({ completion }, b) =>
        completion.filter((token, t) => pass.greedy[b * length + t] === token).length
    )
  );
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index]!;
  return total;
}
