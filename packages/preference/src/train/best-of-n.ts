/** Best-of-n by sampling: of n completions of each prompt the one with the greatest reward. */

import { networkOf, type CharacterPolicy } from '../policies/character-policy.js';
import { requireContext } from '../policies/completions.js';
import { sampleTokens } from '../policies/sample.js';
import { Vocabulary } from '../policies/vocabulary.js';
import { meanOf } from './ppo-metrics.js';
import { scoresOf, type Reward } from './reward.js';
import { chance, type RolloutOptions } from './rollout.js';
import type { CharacterDemonstration } from './sft.js';
import { requireCount, runSteps, type Report, type TrainOptions } from './train-loop.js';

/** What was picked of a prompt's completions; `sft` learns from these as they are (expert iteration). */
export interface BestPick extends CharacterDemonstration {
  ended: boolean;
  reward: number;
  /** of all n */
  meanReward: number;
  /** The completion with the least reward: with the best one a pair. */
  worst: string;
}

export interface BestOfNMetrics {
  /** mean reward of what was picked so far */
  reward: number;
  /** mean reward of all that was sampled so far */
  reward_mean: number;
}

export interface BestOfNState {
  /** prompts done */
  step: number;
  /** one a prompt, in their order */
  picks: BestPick[];
}

export interface SampleBestOfNOptions
  extends
    Omit<TrainOptions<BestOfNMetrics>, 'steps' | 'batchSize' | 'learningRate' | 'seed'>,
    RolloutOptions {
  /** Completions a prompt. */
  n: number;
  /** Go on from here, with the same prompts: nothing in it is changed. */
  state?: BestOfNState | undefined;
}

/**
 * Samples n completions of each prompt and keeps the best, of equals the first. What the picks are distributed as is
 * `bestOfN`, in closed form, where the policy is small enough; their KL is at most log n − (n − 1)/n.
 *
 * @param reward is called once a prompt, with its n completions
 * @throws {RewardError} where the reward gives no scores
 * @throws {RangeError} where a prompt does not fit, or an option is out of range
 * @example
 * ```ts
 * const policy = characterPolicy({ characters: 'ab' });
 * // Rewarded is how often "a" is written.
 * const reward = (completions) => completions.map((text) => text.split('a').length - 1);
 * const prompts = new Array(50).fill('');
 * const [{ picks }, reports] = await sampleBestOfN(prompts, reward, policy, { n: 8, maxCompletionLength: 4 });
 * // The mean reward of the best of 8, and of all.
 * reports.at(-1).metrics; // → { reward: 2.62, reward_mean: 0.8275 }
 * picks[0]; // → { prompt: '', completion: 'abba', ended: false, reward: 2, meanReward: 0.5, worst: '' }
 * ```
 */
export async function sampleBestOfN(
  prompts: readonly string[],
  reward: Reward,
  policy: CharacterPolicy,
  options: SampleBestOfNOptions
): Promise<[BestOfNState, Report<BestOfNMetrics>[]]> {
  const { n, maxCompletionLength = 16, temperature = 1, seed = 0 } = options;
  requireCount('n', n, 1);
  requireCount('maxCompletionLength', maxCompletionLength, 1);
  const network = networkOf(policy);
  const vocabulary = new Vocabulary(policy.characters);
  const tokens = prompts.map((prompt) => vocabulary.encode(prompt));
  requireContext(network, tokens, maxCompletionLength);
  const state = options.state ? structuredClone(options.state) : { step: 0, picks: [] };
  const sampling = { ...options, steps: prompts.length };
  const reports = await runSteps<BestOfNMetrics>(state.step, sampling, async (done) => {
    const random = chance(seed, done, 'completions');
    const sampled = Array.from({ length: n }, () =>
      sampleTokens(network, vocabulary, policy.parameters, tokens[done]!, {
        maxCompletionLength,
        temperature,
        random
      })
    );
    const texts = sampled.map((completion) => vocabulary.decode(completion));
    const prompt = prompts[done]!;
    const scores = await scoresOf(reward, texts, new Array<string>(n).fill(prompt));
    const best = scores.indexOf(Math.max(...scores));
    state.picks.push({
      prompt,
      completion: texts[best]!,
      ended: sampled[best]!.at(-1) === vocabulary.end,
      reward: scores[best]!,
      meanReward: meanOf(scores),
      worst: texts[scores.indexOf(Math.min(...scores))]!
    });
    state.step = done + 1;
    return {
      reward: meanOf(state.picks.map((pick) => pick.reward)),
      reward_mean: meanOf(state.picks.map((pick) => pick.meanReward))
    };
  });
  return [state, reports];
}
