/** Reward over-optimisation: Gao et al.'s two forms, their fits, and exact paths of proxy and gold reward. Float64. */

import { bestOfN } from './best-of-n.js';
import { boltzmannPolicy } from './boltzmann.js';
import { expectation } from './distribution.js';

/** α and β of one of the forms. */
export interface GaoForm {
  alpha: number;
  beta: number;
}

/**
 * The gold reward of best-of-n at a distance from the reference, by Gao et al.'s form.
 *
 * R_bon(d) = d(α − βd), d = √KL in nats. Gao et al. 2022, section 1.
 *
 * @example
 * ```ts
 * const form = { alpha: 0.8, beta: 0.1 };
 * gaoBestOfN(2, form); // → 1.2
 * gaoBestOfN(4, form); // → 1.6
 * gaoBestOfN(8, form); // → 0
 * ```
 */
export const gaoBestOfN = (d: number, { alpha, beta }: GaoForm) => d * (alpha - beta * d);

/**
 * The gold reward of reinforcement learning at a distance from the reference, by Gao et al.'s form.
 *
 * R_RL(d) = d(α − β log d), 0 at d = 0. Gao et al. 2022, section 1.
 *
 * @example
 * ```ts
 * const form = { alpha: 0.8, beta: 0.4 };
 * gaoRl(1, form); // → 0.8
 * gaoRl(Math.E, form); // → 1.0873
 * gaoRl(8, form); // → -0.2542
 * ```
 */
export const gaoRl = (d: number, { alpha, beta }: GaoForm) =>
  d === 0 ? 0 : d * (alpha - beta * Math.log(d));

/**
 * Where R_bon is greatest, how great it is there, and where it is back at 0. β > 0.
 *
 * @example
 * ```ts
 * gaoBestOfNPeak({ alpha: 0.8, beta: 0.1 }); // → { d: 4, reward: 1.6, zero: 8 }
 * ```
 */
export function gaoBestOfNPeak({ alpha, beta }: GaoForm): {
  d: number;
  reward: number;
  zero: number;
} {
  return { d: alpha / (2 * beta), reward: alpha ** 2 / (4 * beta), zero: alpha / beta };
}

/**
 * Where R_RL is greatest, d = e^(α/β − 1), and how great it is there, βd. β > 0.
 *
 * @example
 * ```ts
 * gaoRlPeak({ alpha: 0.8, beta: 0.4 }); // → { d: 2.7183, reward: 1.0873 }
 * ```
 */
export function gaoRlPeak({ alpha, beta }: GaoForm): { d: number; reward: number } {
  const d = Math.exp(alpha / beta - 1);
  return { d, reward: beta * d };
}

/**
 * Least squares of R on d and −d², without intercept since R(0) = 0.
 *
 * @throws with fewer than two d above 0
 * @example
 * ```ts
 * // The gold reward, measured at four distances from the reference.
 * const d = [0, 1, 2, 4];
 * const gold = [0, 0.72, 1.17, 1.6];
 * const form = fitGaoBestOfN(d, gold);
 * form; // → { alpha: 0.791, beta: 0.098 }
 * gaoBestOfNPeak(form).d; // → 4.0371
 * ```
 */
export const fitGaoBestOfN = (d: number[], rewards: number[]): GaoForm =>
  leastSquares(
    d,
    d.map((x) => -x * x),
    rewards
  );

/**
 * Least squares of R on d and −d log d, without intercept.
 *
 * @throws with fewer than two d above 0
 * @example
 * ```ts
 * const d = [0, 1, 2, 4, 8];
 * const gold = [0, 0.81, 1.03, 1, -0.26];
 * const form = fitGaoRl(d, gold);
 * form; // → { alpha: 0.8033, beta: 0.4017 }
 * gaoRlPeak(form).d; // → 2.717
 * ```
 */
export const fitGaoRl = (d: number[], rewards: number[]): GaoForm =>
  leastSquares(
    d,
    d.map((x) => (x === 0 ? 0 : -x * Math.log(x))),
    rewards
  );

/**
 * How much of the variance a fit explains: 1 − Σ(y − ŷ)² / Σ(y − mean y)²
 *
 * @example
 * ```ts
 * const observed = [0, 0.72, 1.17, 1.6];
 * rSquared(observed, [0, 0.7, 1.2, 1.6]); // → 0.9991
 * // No better than the mean of what was observed, everywhere.
 * rSquared(observed, [0.8725, 0.8725, 0.8725, 0.8725]); // → 0
 * ```
 */
export function rSquared(observed: number[], fitted: number[]): number {
  const mean = observed.reduce((sum, y) => sum + y, 0) / observed.length;
  const residual = observed.reduce((sum, y, i) => sum + (y - fitted[i]!) ** 2, 0);
  return 1 - residual / observed.reduce((sum, y) => sum + (y - mean) ** 2, 0);
}

/** Completions with the reward that is optimised and the one that is meant. */
export interface ProxySetting {
  /** (K) probabilities */
  ref: number[];
  /** (K) */
  proxy: number[];
  gold: number[];
}

export interface PathPoint {
  /** √KL from the reference, nats */
  d: number;
  /** expected rewards */
  proxy: number;
  gold: number;
}

/**
 * A point of the path that best-of-n on the proxy takes.
 *
 * @throws as `bestOfN`
 * @example
 * ```ts
 * // The third completion deceives the proxy.
 * const setting = { ref: [0.5, 0.4, 0.1], proxy: [0, 1, 2], gold: [0, 1, -2] };
 * bestOfNPoint(setting, 1); // → { d: 0, proxy: 0.6, gold: 0.2 }
 * bestOfNPoint(setting, 2); // → { d: 0.3703, proxy: 0.94, gold: 0.18 }
 * bestOfNPoint(setting, 16); // → { d: 1.2515, proxy: 1.8147, gold: -1.4441 }
 * ```
 */
export function bestOfNPoint({ ref, proxy, gold }: ProxySetting, n: number): PathPoint {
  return pointOf(bestOfN(ref, proxy, n), proxy, gold);
}

/**
 * A point of the path that the optimum of proxy − β KL takes.
 *
 * @throws as `boltzmannPolicy`
 * @example
 * ```ts
 * // The third completion deceives the proxy.
 * const setting = { ref: [0.5, 0.4, 0.1], proxy: [0, 1, 2], gold: [0, 1, -2] };
 * boltzmannPoint(setting, 10); // → { d: 0.0476, proxy: 0.6449, gold: 0.1859 }
 * boltzmannPoint(setting, 2); // → { d: 0.2484, proxy: 0.8406, gold: 0.0809 }
 * boltzmannPoint(setting, 0.5); // → { d: 0.9617, proxy: 1.5563, gold: -0.8933 }
 * ```
 */
export function boltzmannPoint({ ref, proxy, gold }: ProxySetting, beta: number): PathPoint {
  return pointOf(boltzmannPolicy(ref, proxy, beta), proxy, gold);
}

function pointOf(
  { policy, kl }: { policy: number[]; kl: number },
  proxy: number[],
  gold: number[]
): PathPoint {
  return {
    // A KL of 0 can come out as −1e-17.
    d: Math.sqrt(Math.max(kl, 0)),
    proxy: expectation(policy, proxy),
    gold: expectation(policy, gold)
  };
}

function leastSquares(x: number[], y: number[], target: number[]): GaoForm {
  const dot = (a: number[], b: number[]) => a.reduce((sum, ai, i) => sum + ai * b[i]!, 0);
  const [xx, xy, yy] = [dot(x, x), dot(x, y), dot(y, y)];
  const [xt, yt] = [dot(x, target), dot(y, target)];
  const determinant = xx * yy - xy * xy;
  if (target.length !== x.length || !(determinant > 1e-12 * xx * yy)) {
    throw new Error(
      `fit of Gao et al.'s form: a reward for each d and two different d above 0 are needed; got ${x.length} d and ${target.length} rewards.`
    );
  }
  return {
    alpha: (xt * yy - yt * xy) / determinant,
    beta: (yt * xx - xt * xy) / determinant
  };
}
