/** The losses of the DPO family, a pure function each, in a table keyed by TRL's names. */

import * as tf from '@tensorflow/tfjs-core';
import { logSigmoid, smoothedLogistic, sortAscending } from '../tensor/numeric.js';

/** What a variant is computed from. Every tensor has shape (B). */
export interface DpoTerms {
  /** f′ of the completions' ratios; the log-ratios themselves for the reverse KL */
  chosenScores: tf.Tensor1D;
  rejectedScores: tf.Tensor1D;
  /** log π − log π_ref */
  chosenLogratios: tf.Tensor1D;
  rejectedLogratios: tf.Tensor1D;
  /** log π(chosen) − log π(rejected), and the reference's */
  policyLogratios: tf.Tensor1D;
  refLogratios: tf.Tensor1D;
  /** scores per token; throws where lengths were not given */
  averageScores: () => { chosen: tf.Tensor1D; rejected: tf.Tensor1D };
  beta: number;
  labelSmoothing: number;
}

const delta = ({ chosenScores, rejectedScores }: DpoTerms): tf.Tensor1D =>
  tf.sub(chosenScores, rejectedScores);
const logits = (terms: DpoTerms): tf.Tensor1D => tf.mul(terms.beta, delta(terms));
const averageDelta = (terms: DpoTerms): tf.Tensor1D => {
  const { chosen, rejected } = terms.averageScores();
  return tf.sub(chosen, rejected);
};
const ipo = (difference: tf.Tensor1D, beta: number): tf.Tensor1D =>
  tf.square(tf.sub<tf.Tensor1D>(difference, 1 / (2 * beta)));

const ofQuantiles = (
  better: tf.Tensor1D,
  worse: tf.Tensor1D,
  { beta, labelSmoothing }: DpoTerms
): tf.Tensor1D =>
  smoothedLogistic(
    tf.mul<tf.Tensor1D>(beta, tf.sub(sortAscending(better), sortAscending(worse))),
    labelSmoothing
  );

/** EXO's and TRL's: with ε = 0 the reversed cross-entropy is infinite. */
const SMALLEST_EXO_SMOOTHING = 1e-3;
/** DiscoPOP's temperature τ. */
const DISCOPOP_TAU = 0.05;

/**
 * The loss of each pair (B). s⁺, s⁻ are the scores, Δ = s⁺ − s⁻, x⁺, x⁻ the log-ratios, ε the label smoothing.
 *
 * @example
 * ```ts
 * Object.keys(DPO_VARIANTS).length; // → 15
 * // By name, with `dpoLoss`. The chosen completion has gained 2 nats on the other.
 * const batch = {
 *   policyChosenLogps: tf.tensor1d([-10]),
 *   policyRejectedLogps: tf.tensor1d([-14]),
 *   refChosenLogps: tf.tensor1d([-11]),
 *   refRejectedLogps: tf.tensor1d([-13])
 * };
 * dpoLoss(batch, { beta: 0.5, lossType: 'sigmoid' }).loss; // → 0.3133
 * dpoLoss(batch, { beta: 0.5, lossType: 'hinge' }).loss; // → 0
 * dpoLoss(batch, { beta: 0.5, lossType: 'ipo' }).loss; // → 1
 * ```
 */
export const DPO_VARIANTS = {
  /**
   * −(1 − ε) log σ(βΔ) − ε log σ(−βΔ). Rafailov et al. 2023, eq. 7; with ε it is conservative DPO (Mitchell
   * 2023). TRL's `sigmoid` has ignored label smoothing since 0.29: pass 0 for its number.
   */
  sigmoid: (terms) => smoothedLogistic(logits(terms), terms.labelSmoothing),

  /** (−(1 − ε) log σ(βΔ) + ε log σ(−βΔ)) / (1 − 2ε), ε < ½. Chowdhury et al. 2024 (robust DPO). */
  robust: (terms) => {
    const x = logits(terms);
    const epsilon = terms.labelSmoothing;
    return tf.div(
      tf.sub(tf.mul(epsilon, logSigmoid(tf.neg(x))), tf.mul(1 - epsilon, logSigmoid(x))),
      1 - 2 * epsilon
    );
  },

  /** max(0, 1 − βΔ). Zhao et al. 2023 (SLiC), Liu et al. 2023 (RSO). */
  hinge: (terms) => tf.relu(tf.sub<tf.Tensor1D>(1, logits(terms))),

  /** (Δ − 1/(2β))², Δ of summed log-probabilities. Azar et al. 2023, eq. 17; β is the paper's τ. */
  ipo: (terms) => ipo(delta(terms), terms.beta),

  /** `ipo` with scores divided by each completion's length: what TRL calls `ipo` now. */
  ipo_avg: (terms) => ipo(averageDelta(terms), terms.beta),

  /** −log σ(βΔ), scores divided by each completion's length. Lambert et al. 2024 (Tülu 3). */
  sigmoid_norm: (terms) =>
    smoothedLogistic(tf.mul<tf.Tensor1D>(terms.beta, averageDelta(terms)), 0),

  /**
   * σ(βΔ)(log σ(βΔ) − log(1 − ε)) + σ(−βΔ)(log σ(−βΔ) − log ε): the reverse KL to the labels. ε = 0 is taken
   * as 1e-3, as in TRL. Ji et al. 2024 (EXO), eq. 16.
   */
  exo_pair: (terms) => {
    const x = logits(terms);
    const epsilon = terms.labelSmoothing === 0 ? SMALLEST_EXO_SMOOTHING : terms.labelSmoothing;
    return tf.add(
      tf.mul(tf.sigmoid(x), tf.sub(logSigmoid(x), Math.log1p(-epsilon))),
      tf.mul(tf.sigmoid(tf.neg(x)), tf.sub(logSigmoid(tf.neg(x)), Math.log(epsilon)))
    );
  },

  /** −log σ(βs⁺) − ½ log σ(−βs⁺) − ½ log σ(−βs⁻). Chen et al. 2024 (NCA), for two completions. */
  nca_pair: ({ chosenScores, rejectedScores, beta }) => {
    const chosen: tf.Tensor1D = tf.mul(beta, chosenScores);
    const away = tf.add(
      logSigmoid(tf.neg(chosen)),
      logSigmoid(tf.mul<tf.Tensor1D>(-beta, rejectedScores))
    );
    return tf.neg(tf.add<tf.Tensor1D>(logSigmoid(chosen), tf.mul(0.5, away)));
  },

  /** −log σ(βs⁺) − log σ(−βs⁻). Jung et al. 2024 (BCO) without its reward shift, as TRL's `DPOTrainer` is now. */
  bco_pair: ({ chosenScores, rejectedScores, beta }) =>
    tf.neg(
      tf.add<tf.Tensor1D>(
        logSigmoid(tf.mul<tf.Tensor1D>(beta, chosenScores)),
        logSigmoid(tf.mul<tf.Tensor1D>(-beta, rejectedScores))
      )
    ),

  /** (s⁺ − 1/(2β))² + (s⁻ + 1/(2β))². Wu et al. 2024 (SPPO), eq. 4.7 with P ∈ {0, 1}. */
  sppo_hard: ({ chosenScores, rejectedScores, beta }) =>
    tf.add(
      tf.square(tf.sub(chosenScores, 0.5 / beta)),
      tf.square(tf.add(rejectedScores, 0.5 / beta))
    ),

  /**
   * `sigmoid` on the sorted policy log-ratios minus the sorted reference ones: entries are quantiles, not pairs,
   * so that the loss is about distributions. Melnyk et al. 2024 (AOT), paired. Log-ratios, whatever the divergence.
   */
  aot: (terms) => ofQuantiles(terms.policyLogratios, terms.refLogratios, terms),

  /** `sigmoid` on the sorted x⁺ minus the sorted x⁻; entries are quantiles. Melnyk et al. 2024, unpaired. */
  aot_unpaired: (terms) => ofQuantiles(terms.chosenLogratios, terms.rejectedLogratios, terms),

  /** 1 − σ(βx⁺) + σ(βx⁻). D'Oosterlinck et al. 2024 (APO), eq. 7: the chosen are better than the model. */
  apo_zero: ({ chosenLogratios, rejectedLogratios, beta }) =>
    tf.add(
      tf.sigmoid(tf.mul<tf.Tensor1D>(-beta, chosenLogratios)),
      tf.sigmoid(tf.mul<tf.Tensor1D>(beta, rejectedLogratios))
    ),

  /** σ(βx⁺) + 1 − σ(βΔ). D'Oosterlinck et al. 2024, eq. 8: the model is better than the chosen. */
  apo_down: (terms) =>
    tf.add(
      tf.sigmoid(tf.mul<tf.Tensor1D>(terms.beta, terms.chosenLogratios)),
      tf.sigmoid(tf.neg(logits(terms)))
    ),

  /** −(1 − m) log σ(βΔ) + m e^(−βΔ) with m = σ(βΔ/τ), τ = 0.05. Lu et al. 2024 (DiscoPOP), eq. 5. */
  discopop: (terms) => {
    const x = logits(terms);
    const modulation = tf.sigmoid(tf.div<tf.Tensor1D>(x, DISCOPOP_TAU));
    return tf.add(
      tf.mul(tf.neg(logSigmoid(x)), tf.sub(1, modulation)),
      tf.mul(tf.exp(tf.neg(x)), modulation)
    );
  }
} satisfies Record<string, (terms: DpoTerms) => tf.Tensor1D>;

/** A name in `DPO_VARIANTS`, which are TRL's; `ipo_avg` is what TRL calls `ipo`. */
export type DpoLossType = keyof typeof DPO_VARIANTS;
