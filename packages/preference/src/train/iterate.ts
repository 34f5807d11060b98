/** Iterated feedback: collect preferences about what the policy writes, fit a reward model, improve the policy, and again. */

import type { Annotator } from '../data/annotators.js';
import type { Featurizer } from '../data/features.js';
import type { PreferencePair } from '../data/preferences.js';
import { noMoments } from '../kernels/adam.js';
import type { CharacterPolicy } from '../policies/character-policy.js';
import { completionLogps, sampleCompletions, type SampledCompletion } from '../policies/sample.js';
import { fitRewardModel, rewardsOf, type RewardModelState } from './fit-reward-model.js';
import { grpo, type GrpoTrainerOptions } from './grpo.js';
import { beginAt } from './optimizer.js';
import { meanOf } from './ppo-metrics.js';
import { scoresOf, type Reward } from './reward.js';
import { chance, type Purpose, type RolloutOptions } from './rollout.js';
import { requireCount, runSteps, type Report, type TrainOptions } from './train-loop.js';

export interface IterateOptions
  extends
    Omit<TrainOptions<IterateMetrics>, 'batchSize' | 'learningRate' | 'seed'>,
    RolloutOptions {
  /** Comparisons a round, of prompts in turn. Default 64. */
  pairsPerRound?: number | undefined;
  /** What the reward model learns from: the pairs of all rounds, or of the last one. Default all. */
  keep?: 'all' | 'latest' | undefined;
  /** Of each round's fit, which begins anew. Default 200 steps at 0.05. */
  rewardModel?: { steps?: number; learningRate?: number } | undefined;
  /** Of each round's improvement, whose optimiser begins anew. Default 20 steps; beta, from the reference, 0.02. */
  improve?: Omit<GrpoTrainerOptions, 'steps' | 'state' | 'signal' | 'onProgress' | 'seed'> & {
    steps?: number;
  };
  /** What is meant: it is measured, and nothing learns from it. */
  gold?: Reward | undefined;
  /** Go on from here: nothing in it is changed. */
  state?: IterateState | undefined;
}

export interface IterateMetrics {
  /** what the reward model gives the policy after its improvement, on average */
  reward: number;
  /** what is meant, of the same completions; only where `gold` is given */
  gold?: number;
  /** nats a completion, from the reference, by sampling */
  kl: number;
  /** the share of this round's pairs that the reward model of the round before ordered as the annotator did; 0.5 at first */
  accuracy_before: number;
  /** the same of this round's model, of what it learned from */
  accuracy: number;
}

export interface IterateState {
  /** rounds done */
  step: number;
  policy: CharacterPolicy;
  /** of all rounds */
  pairs: PreferencePair<string>[];
  rewardModel: RewardModelState | null;
}

/**
 * `steps` rounds. Each collects comparisons of what the policy writes now, fits a linear reward model from them by
 * maximum likelihood, and improves the policy by GRPO on it, held near the reference. Pure, as its parts are.
 *
 * Source: Christiano et al. 2017, section 2.2; Bai et al. 2022a, section 4.5 (online iterated RLHF).
 *
 * @param annotator says which of two completions is preferred
 * @param features what the reward model sees of a completion
 * @param reference the policy that it starts with, and that the KL is measured from
 * @throws {RangeError} where a prompt does not fit, or an option is out of range
 * @example
 * ```ts
 * // People want "a", and the reward model counts letters.
 * const countOf = (letter, text) => text.split(letter).length - 1;
 * const annotator = bradleyTerryAnnotator((prompt, text) => 3 * countOf('a', text));
 * const features = (texts) => ({
 *   names: ['a', 'b'],
 *   values: Float32Array.from(texts.flatMap((text) => [countOf('a', text), countOf('b', text)])),
 *   rows: texts.length
 * });
 * const reference = characterPolicy({ characters: 'ab' });
 * const [{ policy, pairs }, reports] = await iterate([''], annotator, { features }, reference, {
 *   steps: 2,
 *   pairsPerRound: 32,
 *   maxCompletionLength: 4,
 *   gold: (texts) => texts.map((text) => countOf('a', text)),
 *   improve: { steps: 5, learningRate: 0.1 }
 * });
 * pairs.length; // → 64
 * // A round each.
 * reports.map(({ metrics }) => metrics.gold); // → [1.5391, 2.7734]
 * reports.map(({ metrics }) => metrics.kl); // → [0.2618, 1.5859]
 * ```
 */
export async function iterate(
  prompts: readonly string[],
  annotator: Annotator<string, string>,
  { features }: Pick<Featurizer, 'features'>,
  reference: CharacterPolicy,
  options: IterateOptions
): Promise<[IterateState, Report<IterateMetrics>[]]> {
  const { pairsPerRound = 64, keep = 'all', rewardModel = {}, improve = {}, gold } = options;
  const { maxCompletionLength = 16, temperature = 1, seed = 0, signal } = options;
  requireCount('pairsPerRound', pairsPerRound, 1);
  if (prompts.length === 0) throw new RangeError('There are no prompts; [""] is one.');
  const state: IterateState = options.state
    ? structuredClone(options.state)
    : { step: 0, policy: structuredClone(reference), pairs: [], rewardModel: null };
  const valuesOf = (texts: readonly string[]): Float32Array => features(texts).values;
  const sample = (count: number, round: number, purpose: Purpose) =>
    sampleCompletions(
      state.policy,
      Array.from({ length: count }, (_, at) => prompts[at % prompts.length]!),
      {
        maxCompletionLength,
        temperature,
        seed: chance(seed, round, purpose).integer(2 ** 31)
      }
    );

  const running = { ...options, reportEvery: options.reportEvery ?? 1 };
  const reports = await runSteps<IterateMetrics>(state.step, running, async (round, _, pause) => {
    const opponents = sample(pairsPerRound, round, 'opponents');
    const judge = chance(seed, round, 'judgements');
    const fresh = sample(pairsPerRound, round, 'completions').map(
      ({ prompt, completion }, at): PreferencePair<string> => {
        const texts = [completion, opponents[at]!.completion] as const;
        const preferred = annotator(prompt, texts, judge);
        return { prompt, chosen: texts[preferred], rejected: texts[1 - preferred]! };
      }
    );
    await pause();
    const before = state.rewardModel;
    state.pairs.push(...fresh);
    const data = keep === 'all' ? state.pairs : fresh;
    const [model, fits] = await fitRewardModel(
      {
        chosen: valuesOf(data.map(({ chosen }) => chosen)),
        rejected: valuesOf(data.map(({ rejected }) => rejected)),
        features: features(['']).names.length
      },
      // Named, so that a trial of what is faster here does not change the numbers.
      { steps: 200, ...rewardModel, signal, backend: 'cpu' }
    );
    const proxy: Reward = (texts) => rewardsOf(model, valuesOf(texts));
    const [{ policy }] = await grpo(prompts, proxy, reference, {
      maxCompletionLength,
      temperature,
      beta: 0.02,
      ...improve,
      steps: improve.steps ?? 20,
      signal,
      seed: chance(seed, round, 'prompts').integer(2 ** 31),
      state: {
        ...beginAt(reference, undefined),
        policy: state.policy,
        moments: noMoments(reference.parameters.length)
      }
    });
    const accuracyBefore = before === null ? 0.5 : accuracyOf(before, fresh, valuesOf);
    Object.assign(state, { policy, rewardModel: model, step: round + 1 });
    const after = sample(EVALUATED, round, 'evaluation');
    return {
      ...(await measured(after, proxy, gold)),
      kl: klOf(policy, reference, after, temperature),
      accuracy_before: accuracyBefore,
      accuracy: fits.at(-1)!.metrics.accuracy
    };
  });
  return [state, reports];
}

/** Completions that a round's metrics are measured on. */
const EVALUATED = 256;

async function measured(
  sampled: readonly SampledCompletion[],
  proxy: Reward,
  gold: Reward | undefined
): Promise<{ reward: number; gold?: number }> {
  const texts = sampled.map(({ completion }) => completion);
  const prompts = sampled.map(({ prompt }) => prompt);
  const reward = meanOf(await scoresOf(proxy, texts, prompts));
  return gold ? { reward, gold: meanOf(await scoresOf(gold, texts, prompts)) } : { reward };
}

/** The mean of log π − log π_ref of what π wrote. */
function klOf(
  policy: CharacterPolicy,
  reference: CharacterPolicy,
  sampled: readonly SampledCompletion[],
  temperature: number
): number {
  const [own, other] = [policy, reference].map((one) =>
    completionLogps(one, sampled, { temperature }).map((logps) =>
      logps.reduce((sum, logp) => sum + logp, 0)
    )
  ) as [number[], number[]];
  return meanOf(own.map((logp, at) => logp - other[at]!));
}

function accuracyOf(
  model: RewardModelState,
  pairs: readonly PreferencePair<string>[],
  valuesOf: (texts: readonly string[]) => Float32Array
): number {
  const [chosen, rejected] = (['chosen', 'rejected'] as const).map((side) =>
    rewardsOf(model, valuesOf(pairs.map((pair) => pair[side])))
  ) as [Float32Array, Float32Array];
  const points = pairs.map((_, at) => {
    const margin = chosen[at]! - rejected[at]!;
    return margin > 0 ? 1 : margin < 0 ? 0 : 0.5;
  });
  return meanOf(points);
}
