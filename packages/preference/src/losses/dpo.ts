/** Direct preference optimisation: a loss on pairs from log-probabilities alone. */

import * as tf from '@tensorflow/tfjs-core';
import { stopGradient } from '../tensor/numeric.js';
import { belowHalf, positive, requireParam, requireSameShape } from '../tensor/shapes.js';
import { DPO_VARIANTS, type DpoLossType, type DpoTerms } from './dpo-variants.js';
import { F_DIVERGENCES, fDivergenceScore, type FDivergence } from './f-divergence.js';
import { pairResult, type PairResult } from './pair-metrics.js';

/** Log-probabilities are sums over a completion's tokens, in nats. Every tensor has shape (B). */
export interface DpoInputs {
  policyChosenLogps: tf.Tensor1D;
  policyRejectedLogps: tf.Tensor1D;
  /** of the reference: no gradient flows to them */
  refChosenLogps: tf.Tensor1D;
  /** likewise */
  refRejectedLogps: tf.Tensor1D;
  /** tokens of each completion: for `ipo_avg` and `sigmoid_norm` only */
  chosenLengths?: tf.Tensor1D | undefined;
  rejectedLengths?: tf.Tensor1D | undefined;
}

export interface DpoOptions {
  /** `sigmoid`, DPO itself, by default; see `DPO_VARIANTS` */
  lossType?: DpoLossType;
  /** β: how strongly the policy is held to the reference; 0.1 by default */
  beta?: number;
  /** ε in [0, ½); which variants heed it stands with each */
  labelSmoothing?: number;
  /**
   * `reverse_kl` by default. Another one has its meaning only where the loss is of a difference of scores (`sigmoid`,
   * `sigmoid_norm`, `hinge`, `ipo`, `ipo_avg`, `exo_pair`, `robust`, `discopop`): elsewhere the normaliser does not cancel.
   * `nca_pair`, `bco_pair`, `sppo_hard` and `apo_down` take it as TRL up to 1.9 does; TRL refuses it since its
   * pull request 6559.
   */
  fDivergence?: FDivergence;
  /** α of `alpha_divergence`; 1, the default, is the reverse KL */
  alpha?: number;
}

/**
 * The loss of DPO and its relatives: it trains a policy on pairs directly, without a reward model.
 *
 * loss = mean over pairs of the variant `lossType`, from x = log π − log π_ref of the two completions and
 * their f-divergence scores. Implicit rewards are βx whatever the divergence and variant, as TRL logs them.
 *
 * Source: Rafailov et al. 2023; the variants and divergences name their own. TRL: `DPOTrainer._compute_loss`.
 *
 * @throws when shapes differ, a parameter is out of range or unknown, or lengths are needed and missing
 * @example
 * ```ts
 * // Two pairs. Of the first the policy has moved towards the chosen completion, of the second towards the other.
 * const batch = {
 *   policyChosenLogps: tf.tensor1d([-10, -9]),
 *   policyRejectedLogps: tf.tensor1d([-14, -8]),
 *   refChosenLogps: tf.tensor1d([-11, -9]),
 *   refRejectedLogps: tf.tensor1d([-13, -9])
 * };
 * const { loss, margins, metrics } = dpoLoss(batch, { beta: 0.1 });
 * margins; // → [0.2, -0.1]
 * loss; // → 0.6713
 * metrics['rewards/accuracies']; // → 0.5
 * dpoLoss(batch, { beta: 0.1, lossType: 'ipo' }).loss; // → 22.5
 * // The gradient is greater for the pair that is the wrong way round: −β σ(−margin) / 2.
 * const lossOf = (logps) => dpoLoss({ ...batch, policyChosenLogps: logps }, { beta: 0.1 }).loss;
 * tf.grad(lossOf)(batch.policyChosenLogps); // → [-0.0225, -0.0262]
 * ```
 */
export function dpoLoss(inputs: DpoInputs, options: DpoOptions = {}): PairResult {
  const { lossType = 'sigmoid', fDivergence = 'reverse_kl', alpha = 1 } = options;
  const { beta = 0.1, labelSmoothing = 0 } = options;
  const { policyChosenLogps, policyRejectedLogps } = inputs;
  requireSameShape('dpoLoss', 1, { ...inputs });
  requireParam('dpoLoss', 'beta', beta, '> 0', positive);
  requireParam('dpoLoss', 'labelSmoothing', labelSmoothing, 'in [0, 0.5)', belowHalf);
  requireParam('dpoLoss', 'alpha', alpha, 'a number', Number.isFinite);
  requireKnown('lossType', lossType, Object.keys(DPO_VARIANTS));
  requireKnown('fDivergence', fDivergence, F_DIVERGENCES);

  // Before the first step the policy is its reference, and may be the same tensor: its gradient would cancel.
  const refChosenLogps = stopGradient(inputs.refChosenLogps);
  const refRejectedLogps = stopGradient(inputs.refRejectedLogps);
  const chosenLogratios: tf.Tensor1D = tf.sub(policyChosenLogps, refChosenLogps);
  const rejectedLogratios: tf.Tensor1D = tf.sub(policyRejectedLogps, refRejectedLogps);
  const chosenScores = fDivergenceScore(chosenLogratios, fDivergence, alpha);
  const rejectedScores = fDivergenceScore(rejectedLogratios, fDivergence, alpha);
  const terms: DpoTerms = {
    chosenScores,
    rejectedScores,
    chosenLogratios,
    rejectedLogratios,
    policyLogratios: tf.sub(policyChosenLogps, policyRejectedLogps),
    refLogratios: tf.sub(refChosenLogps, refRejectedLogps),
    averageScores: () => {
      const { chosenLengths, rejectedLengths } = inputs;
      if (chosenLengths === undefined || rejectedLengths === undefined) {
        throw new Error(`dpoLoss: ${lossType} needs chosenLengths and rejectedLengths.`);
      }
      return {
        chosen: tf.div(chosenScores, chosenLengths),
        rejected: tf.div(rejectedScores, rejectedLengths)
      };
    },
    beta,
    labelSmoothing
  };
  return pairResult(
    DPO_VARIANTS[lossType](terms),
    {
      chosen: tf.mul<tf.Tensor1D>(beta, chosenLogratios),
      rejected: tf.mul<tf.Tensor1D>(beta, rejectedLogratios)
    },
    { chosen: policyChosenLogps, rejected: policyRejectedLogps }
  );
}

function requireKnown(name: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return;
  throw new Error(`dpoLoss: ${name} must be one of ${known.join(', ')}; got ${value}.`);
}
