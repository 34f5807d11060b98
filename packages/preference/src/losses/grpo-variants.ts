/** What the losses of the GRPO family differ in: the objective of a token, and how tokens are averaged. */

import * as tf from '@tensorflow/tfjs-core';
import { indicator, maskedMean, mean, stopGradient } from '../tensor/numeric.js';
import { positive, requireParam } from '../tensor/shapes.js';

/**
 * `grpo` averages over the tokens of each completion, then over completions; `bnpo`, `dapo` and `dr_grpo` clip alike and
 * average over all tokens: those of this batch, of the global one, and all that there could be. `cispo` bounds ratios and
 * keeps every gradient (MiniMax 2025); `sapo` has a soft gate instead of clipping (Gao et al. 2025).
 */
export type GrpoLossType = 'grpo' | 'bnpo' | 'dr_grpo' | 'dapo' | 'cispo' | 'sapo';

interface ObjectiveTerms {
  /** ρ: (B, T), or (B, 1) at sequence level */
  ratio: tf.Tensor2D;
  /** (B, T) */
  logps: tf.Tensor2D;
  /** A: (B, 1) */
  advantages: tf.Tensor2D;
  epsilon: number;
  epsilonHigh: number;
  delta: number | undefined;
  sapoTemperaturePos: number;
  sapoTemperatureNeg: number;
}

interface Objective {
  /** to be minimised: (B, T), or (B, 1) at sequence level */
  objective: tf.Tensor2D;
  /** where clipping had an effect, as booleans */
  clipping?: { low: tf.Tensor; high: tf.Tensor };
}

/** −min(min(ρ, δ)·A, clip(ρ, 1 − ε, 1 + ε_high)·A). Shao et al. 2024, eq. 3; ε_high is DAPO's (Yu et al. 2025). */
function clipped({ ratio, advantages, epsilon, epsilonHigh, delta }: ObjectiveTerms): Objective {
  const low = 1 - epsilon;
  const high = 1 + epsilonHigh;
  const bounded: tf.Tensor2D = delta === undefined ? ratio : tf.minimum(ratio, delta);
  const objective: tf.Tensor2D = tf.neg(
    tf.minimum<tf.Tensor2D>(
      tf.mul(bounded, advantages),
      tf.mul(tf.clipByValue(ratio, low, high), advantages)
    )
  );
  const clipping = {
    low: tf.logicalAnd(tf.less(bounded, low), tf.less(advantages, 0)),
    high: tf.logicalAnd(tf.greater(bounded, high), tf.greater(advantages, 0))
  };
  return { objective, clipping };
}

/** −sg(min(ρ, ε_high))·A·log π: ε_high bounds the ratio itself here. MiniMax 2025 (CISPO). */
function cispo({ ratio, logps, advantages, epsilonHigh }: ObjectiveTerms): Objective {
  const weight = stopGradient(tf.minimum<tf.Tensor2D>(ratio, epsilonHigh));
  return { objective: tf.neg(tf.mul<tf.Tensor2D>(tf.mul(weight, advantages), logps)) };
}

/** −A·σ(τ(ρ − 1))·4/τ, τ by the sign of A. Gao et al. 2025 (SAPO). */
function sapo(terms: ObjectiveTerms): Objective {
  const { ratio, advantages, sapoTemperaturePos, sapoTemperatureNeg } = terms;
  const positiveAdvantage = indicator(tf.greater(advantages, 0));
  const temperature = tf.add(
    sapoTemperatureNeg,
    tf.mul(sapoTemperaturePos - sapoTemperatureNeg, positiveAdvantage)
  );
  const gate = tf.div(tf.mul(4, tf.sigmoid(tf.mul(temperature, tf.sub(ratio, 1)))), temperature);
  return { objective: tf.neg(tf.mul<tf.Tensor2D>(gate, advantages)) };
}

export const GRPO_OBJECTIVES: Record<GrpoLossType, (terms: ObjectiveTerms) => Objective> = {
  grpo: clipped,
  bnpo: clipped,
  dr_grpo: clipped,
  dapo: clipped,
  cispo,
  sapo
};

interface ReductionTerms {
  /** (B, T), 0 outside the mask */
  perTokenLoss: tf.Tensor2D;
  /** (B, T) */
  mask: tf.Tensor2D;
  maxCompletionLength?: number | undefined;
  numItemsInBatch?: number | undefined;
}

/** The mean over sequences of each one's mean over tokens: short completions weigh more a token. */
function meanOfSequences({ perTokenLoss, mask }: ReductionTerms): tf.Scalar {
  return mean(tf.div(tf.sum(perTokenLoss, 1), tf.maximum(tf.sum(mask, 1), 1)));
}

/** The sum over the tokens of the global batch, which `numItemsInBatch` counts. */
function perItem({ perTokenLoss, mask, numItemsInBatch }: ReductionTerms): tf.Scalar {
  if (numItemsInBatch === undefined) return maskedMean(perTokenLoss, mask);
  requireParam('grpoLoss', 'numItemsInBatch', numItemsInBatch, '> 0', positive);
  return tf.div(tf.sum(perTokenLoss), numItemsInBatch);
}

export const GRPO_REDUCTIONS: Record<GrpoLossType, (terms: ReductionTerms) => tf.Scalar> = {
  grpo: meanOfSequences,
  sapo: meanOfSequences,
  /** The mean over the tokens of this batch. */
  bnpo: ({ perTokenLoss, mask }) => maskedMean(perTokenLoss, mask),
  /** Σ / (B · T_max): no length in the weight of a token. Liu et al. 2025 (Dr. GRPO), section 3.2. */
  dr_grpo: ({ perTokenLoss, maxCompletionLength }) => {
    if (maxCompletionLength === undefined) {
      throw new Error('grpoLoss: dr_grpo needs maxCompletionLength.');
    }
    requireParam('grpoLoss', 'maxCompletionLength', maxCompletionLength, '> 0', positive);
    return tf.div(tf.sum(perTokenLoss), perTokenLoss.shape[0] * maxCompletionLength);
  },
  dapo: perItem,
  cispo: perItem
};
