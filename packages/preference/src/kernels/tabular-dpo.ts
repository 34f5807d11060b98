/** The DPO loss of a tabular policy, a softmax over each prompt's responses, with its gradient, on typed arrays. */

export interface TabularPairs {
  /** (pairs) row of the table */
  prompts: Int32Array;
  /** (pairs) column of the preferred response */
  chosen: Int32Array;
  /** (pairs) column of the other */
  rejected: Int32Array;
}

/** Where each pair's logits lie in the table, and log ref(chosen) − log ref(rejected). */
export interface PairCells {
  chosen: Uint32Array;
  rejected: Uint32Array;
  references: Float32Array;
}

/** @param reference (prompts, responses) log-probabilities */
export function cellsOf(
  { prompts, chosen, rejected }: TabularPairs,
  reference: Float32Array,
  responses: number
): PairCells {
  const cells = (columns: Int32Array): Uint32Array =>
    Uint32Array.from(columns, (column, pair) => prompts[pair]! * responses + column);
  const [good, bad] = [cells(chosen), cells(rejected)];
  return {
    chosen: good,
    rejected: bad,
    references: Float32Array.from(good, (cell, pair) => reference[cell]! - reference[bad[pair]!]!)
  };
}

export interface TabularDpoOptions {
  beta: number;
  /** ε in [0, 0.5): conservative DPO. Default 0. */
  labelSmoothing?: number;
}

/** Named as TRL's `DPOTrainer` logs them. */
export interface DpoMetrics {
  loss: number;
  'rewards/chosen': number;
  'rewards/rejected': number;
  'rewards/margins': number;
  'rewards/accuracies': number;
}

/**
 * The gradient, over the pairs `batch` names. With h = β [(log π(c) − log π(r)) − (log ref(c) − log ref(r))],
 *
 *   loss = mean(−(1 − ε) log σ(h) − ε log σ(−h)).
 *
 * Both responses are to one prompt, so that the normaliser of the softmax drops out of h and of the gradient. The plain
 * tfjs form is `dpoLoss`; the two agree (tested at each of 300 steps).
 *
 * Source: Rafailov et al. 2023, eq. 7; Mitchell 2023 for ε.
 *
 * @param logits (prompts, responses) row by row
 * @param reference (prompts, responses) log-probabilities
 * @param gradient as the logits, overwritten
 */
export function tabularDpo(
  { prompts, chosen, rejected }: TabularPairs,
  logits: Float32Array,
  reference: Float32Array,
  responses: number,
  batch: Int32Array,
  gradient: Float32Array,
  { beta, labelSmoothing = 0 }: TabularDpoOptions
): void {
  gradient.fill(0);
  const share = 1 / batch.length;
  for (const pair of batch) {
    const row = prompts[pair]! * responses;
    const [good, bad] = [row + chosen[pair]!, row + rejected[pair]!];
    const h = beta * (logits[good]! - logits[bad]! - (reference[good]! - reference[bad]!));
    const tail = Math.exp(-Math.abs(h));
    const wrong = (h >= 0 ? tail : 1) / (1 + tail);
    const slope = share * beta * (labelSmoothing - wrong);
    gradient[good] = gradient[good]! + slope;
    gradient[bad] = gradient[bad]! - slope;
  }
}
