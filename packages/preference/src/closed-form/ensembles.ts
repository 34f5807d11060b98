/** Rewards of an ensemble of reward models, put together. Float64, no tensors. */

export interface EnsembleRewards {
  /** (N) each */
  mean: number[];
  /** worst-case optimisation */
  min: number[];
  median: number[];
  variance: number[];
  std: number[];
  /** mean − λ · variance: uncertainty-weighted optimisation */
  uwoMeanMinusLambdaVar: number[];
  meanMinusLambdaStd: number[];
}

export interface EnsembleOptions {
  /** λ >= 0 */
  lambda: number;
  /** the variance is divided by k − ddof; 0 by default, as in the paper */
  ddof?: number;
}

/**
 * Puts the rewards of several models together, so that what only one of them likes counts for less.
 *
 * Source: Coste et al. 2023 (WCO: the minimum; UWO: mean − λ · intra-ensemble variance).
 *
 * @param rewards (k, N): a row a model
 * @throws when rows differ in length, or there are not more models than ddof
 * @example
 * ```ts
 * // Three models agree about the first response, and not about the second.
 * const { mean, min, uwoMeanMinusLambdaVar } = ensembleRewards(
 *   [
 *     [1, 4],
 *     [1, 2],
 *     [1, -3]
 *   ],
 *   { lambda: 0.5 }
 * );
 * mean; // → [1, 1]
 * min; // → [1, -3]
 * uwoMeanMinusLambdaVar; // → [1, -3.3333]
 * ```
 */
export function ensembleRewards(
  rewards: number[][],
  { lambda, ddof = 0 }: EnsembleOptions
): EnsembleRewards {
  const models = rewards.length;
  const count = rewards[0]?.length ?? 0;
  if (models <= ddof || rewards.some((row) => row.length !== count)) {
    throw new Error(
      `ensembleRewards: more than ${ddof} models with one number of rewards are wanted; got rows of ${rewards.map((row) => row.length).join(', ')}.`
    );
  }
  const columns = Array.from({ length: count }, (_, i) => rewards.map((row) => row[i]!));
  const mean = columns.map((xs) => xs.reduce((sum, x) => sum + x, 0) / models);
  const variance = columns.map(
    (xs, i) => xs.reduce((sum, x) => sum + (x - mean[i]!) ** 2, 0) / (models - ddof)
  );
  const std = variance.map(Math.sqrt);
  return {
    mean,
    min: columns.map((xs) => Math.min(...xs)),
    median: columns.map(medianOf),
    variance,
    std,
    uwoMeanMinusLambdaVar: mean.map((x, i) => x - lambda * variance[i]!),
    meanMinusLambdaStd: mean.map((x, i) => x - lambda * std[i]!)
  };
}

/** The middle, or the mean of the two middles. */
function medianOf(xs: number[]): number {
  const sorted = xs.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
