/** TRL's PPO: from log-probabilities, values and scores to rewards, returns and advantages. Float64, no tensors. */

import { addRows, gae, requireMatrices, requireOptions, type GaeOptions } from './gae.js';
import { maskedWhiten } from './whiten.js';

export interface TrlRolloutInputs {
  /** (B, T) each token's log-probability, in nats, of the policy and of the reference */
  logprobs: number[][];
  refLogprobs: number[][];
  /** (B, T) */
  values: number[][];
  /** (B) the reward model's score of each completion */
  scores: number[];
  /** (B) index of each completion's last token */
  lastTokenIndex: number[];
}

export interface TrlRolloutOptions extends GaeOptions {
  /** β of the KL in the reward */
  klCoef: number;
  /** TRL's default is k1 */
  klEstimator: 'k1' | 'k3';
  /** false by default */
  whitenRewards?: boolean;
}

export interface TrlRollout {
  /** (B, T) k1 or k3 of each token, 0 on padding */
  kl: number[][];
  /** (B, T) −klCoef · kl, and the score */
  rewardsBeforeWhiten: number[][];
  /** (B, T) whitened over the positions, if that was asked for */
  rewards: number[][];
  /** (B, T) before whitening; not 0 one past the last token */
  rawAdvantages: number[][];
  /** (B, T) rawAdvantages + values */
  returns: number[][];
  /** (B, T) whitened over the tokens, 0 on padding */
  advantages: number[][];
  /** the mean over completions of the KL summed over tokens */
  meanKlSum: number;
}

/**
 * From scores and a KL penalty to the advantages and returns that `ppoLoss` takes, as TRL's PPO does it.
 *
 * The score is put one past the last token where that position exists, else on it. Log-probabilities count up to
 * the last token, values and rewards up to one past it; beyond, values are 0 and so are deltas.
 *
 * Source: TRL `PPOTrainer.train`, parts 4 to 6; rewards as in Ziegler et al. 2019, eq. 2; GAE of Schulman et al. 2015.
 *
 * @throws when shapes do not agree, an index is outside its row, or a parameter is out of range
 * @example
 * ```ts
 * // One completion of two tokens in three places, with a score of 1.
 * const { kl, rewards, returns, meanKlSum } = trlRollout(
 *   {
 *     logprobs: [[-1, -1, 0]],
 *     refLogprobs: [[-2, -1, 0]],
 *     values: [[0, 0, 0]],
 *     scores: [1],
 *     lastTokenIndex: [1]
 *   },
 *   { klCoef: 0.1, klEstimator: 'k1', gamma: 1, lam: 0.95 }
 * );
 * kl; // → [[1, 0, 0]]
 * // The first token pays for leaving the reference; the score stands one past the last token.
 * rewards; // → [[-0.1, 0, 1]]
 * returns; // → [[0.8025, 0.95, 1]]
 * meanKlSum; // → 1
 * ```
 */
export function trlRollout(inputs: TrlRolloutInputs, options: TrlRolloutOptions): TrlRollout {
  const { logprobs, refLogprobs, scores, lastTokenIndex } = inputs;
  requireMatrices('trlRollout', { logprobs, refLogprobs, values: inputs.values });
  requireOptions('trlRollout', options);
  requireIndices(inputs);
  const upTo = (beyond: number) =>
    logprobs.map((row, b) => row.map((_, t) => t <= lastTokenIndex[b]! + beyond));
  const tokens = upTo(0);
  const positions = upTo(1);

  const estimate = options.klEstimator === 'k1' ? k1 : k3;
  const kl = logprobs.map((row, b) =>
    row.map((logp, t) => (tokens[b]![t] ? estimate(logp - refLogprobs[b]![t]!) : 0))
  );
  const rewardsBeforeWhiten = kl.map((row, b) => {
    const at = Math.min(lastTokenIndex[b]! + 1, row.length - 1);
    return row.map((x, t) => -options.klCoef * x + (t === at ? scores[b]! : 0));
  });
  const rewards = options.whitenRewards
    ? maskedWhiten(rewardsBeforeWhiten, positions, { shiftMean: false })
    : rewardsBeforeWhiten;
  const values = inputs.values.map((row, b) => row.map((v, t) => (positions[b]![t] ? v : 0)));
  const rawAdvantages = rewards.map((row, b) =>
    gae(row, values[b]!, options, (t) => ({ value: values[b]![t + 1] ?? 0, goesOn: 1 }))
  );
  const sums = kl.map((row) => row.reduce((sum, x) => sum + x, 0));
  return {
    kl,
    rewardsBeforeWhiten,
    rewards,
    rawAdvantages,
    returns: addRows(rawAdvantages, values),
    advantages: maskedWhiten(rawAdvantages, tokens),
    meanKlSum: sums.reduce((sum, x) => sum + x, 0) / sums.length
  };
}

/** Of x = log π − log π_ref; `estimators/kl` has the same for tensors. */
const k1 = (x: number) => x;
const k3 = (x: number) => Math.expm1(-x) + x;

function requireIndices({ logprobs, scores, lastTokenIndex }: TrlRolloutInputs): void {
  const length = logprobs[0]?.length ?? 0;
  const fits = (index: number) => Number.isInteger(index) && index >= 0 && index < length;
  if (
    scores.length === logprobs.length &&
    lastTokenIndex.length === logprobs.length &&
    lastTokenIndex.every(fits)
  )
    return;
  throw new Error(
    `trlRollout: scores and lastTokenIndex need an entry for each of ${logprobs.length} rows, indices in 0 … ${length - 1}; got ${scores.length} scores and [${lastTokenIndex.join(', ')}].`
  );
}
