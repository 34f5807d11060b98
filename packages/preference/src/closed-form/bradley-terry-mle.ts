/** Bradley-Terry utilities from a table of wins, by maximum likelihood. Float64, no tensors. */

import { sigmoid, softplus } from './distribution.js';
import { inverse } from './linear.js';

export interface BradleyTerryMle {
  /** (K), zero mean */
  utilities: number[];
  /** −log-likelihood of all comparisons, without the l2 term */
  nll: number;
  /** nll per comparison */
  meanNll: number;
  /** (K) from the pseudo-inverse of the information, that is under the zero-mean gauge */
  standardErrors: number[];
  /** (K, K) probability that row beats column */
  winProb: number[][];
}

export interface BradleyTerryMleOptions {
  /** λ of λ·‖u‖² added to the summed negative log-likelihood; 0 by default */
  l2?: number;
}

const MOST_STEPS = 200;
const MOST_HALVINGS = 40;
/** A Newton step this short is followed by one of its square: nothing in float64. */
const QUADRATIC = 1e-7;

/**
 * Utilities from a table of wins.
 *
 * The minimum of Σ w_ij log(1 + e^(u_j − u_i)) + λ‖u‖², by Newton's method with halved steps.
 *
 * Source: Bradley & Terry 1952; Hunter 2004 for when the maximum exists (each item must be reachable from each
 * other one over wins, unless λ > 0).
 *
 * @param wins (K, K): how often row beat column, 0 on the diagonal; need not be whole numbers
 * @throws when the table is not square, has a negative entry or one on the diagonal, or has no maximum
 * @example
 * ```ts
 * // How often row beat column, of three responses.
 * const wins = [
 *   [0, 8, 9],
 *   [2, 0, 6],
 *   [1, 4, 0]
 * ];
 * const { utilities, standardErrors, winProb } = bradleyTerryMle(wins);
 * utilities; // → [1.1702, -0.3417, -0.8285]
 * standardErrors; // → [0.4203, 0.3446, 0.3712]
 * winProb[0]; // → [0.5, 0.8193, 0.8807]
 * ```
 */
export function bradleyTerryMle(
  wins: number[][],
  { l2 = 0 }: BradleyTerryMleOptions = {}
): BradleyTerryMle {
  requireTable(wins);
  if (!(l2 >= 0)) throw new Error(`bradleyTerryMle: l2 must be >= 0; got ${l2}.`);
  if (l2 === 0 && !isConnected(wins)) {
    throw new Error(
      'bradleyTerryMle: no maximum: some items never lose to the others, or never meet them. Give l2 > 0.'
    );
  }
  const objective = (u: number[]) =>
    bradleyTerryNll(wins, u).nll + l2 * u.reduce((sum, x) => sum + x * x, 0);
  let utilities = wins.map(() => 0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { gradient } = bradleyTerryNll(wins, utilities);
    const slope = gradient.map((g, i) => g + 2 * l2 * utilities[i]!);
    const curvature = inverse(gauged(information(wins, utilities), 2 * l2));
    const direction = curvature.map((row) => row.reduce((sum, x, j) => sum + x * slope[j]!, 0));
    if (direction.every((x) => Math.abs(x) < QUADRATIC)) {
      utilities = utilities.map((u, i) => u - direction[i]!);
      break;
    }
    const moved = lineSearch(objective, utilities, direction);
    if (moved === undefined) break;
    utilities = moved;
  }
  const { nll } = bradleyTerryNll(wins, utilities);
  const spread = 1 / wins.length;
  const covariance = inverse(gauged(information(wins, utilities), 2 * l2));
  const comparisons = wins.flat().reduce((sum, w) => sum + w, 0);
  return {
    utilities,
    nll,
    meanNll: nll / comparisons,
    standardErrors: covariance.map((row, i) => Math.sqrt(row[i]! - (l2 === 0 ? spread : 0))),
    winProb: utilities.map((u) => utilities.map((v) => sigmoid(u - v)))
  };
}

/**
 * How unlikely the wins are at given utilities.
 *
 * −log-likelihood of the wins at given utilities, Σ w_ij log(1 + e^(u_j − u_i)), and its gradient (K).
 *
 * @throws as `bradleyTerryMle`, and when sizes differ
 * @example
 * ```ts
 * const wins = [
 *   [0, 3],
 *   [1, 0]
 * ];
 * // The first has won 3 of 4. Equal utilities say half of them; log 3 apart, what was seen: the gradient is 0 there.
 * bradleyTerryNll(wins, [0, 0]); // → { nll: 2.7726, gradient: [-1, 1] }
 * bradleyTerryNll(wins, [Math.log(3), 0]); // → { nll: 2.2493, gradient: [0, 0] }
 * ```
 */
export function bradleyTerryNll(
  wins: number[][],
  utilities: number[]
): { nll: number; gradient: number[] } {
  requireTable(wins);
  if (utilities.length !== wins.length) {
    throw new Error(
      `bradleyTerryNll: a utility for each of ${wins.length} items is wanted; got ${utilities.length}.`
    );
  }
  const gradient = utilities.map(() => 0);
  let nll = 0;
  wins.forEach((row, i) => {
    row.forEach((count, j) => {
      const difference = utilities[i]! - utilities[j]!;
      nll += count * softplus(-difference);
      gradient[i]! -= count * sigmoid(-difference);
      gradient[j]! += count * sigmoid(-difference);
    });
  });
  return { nll, gradient };
}

/** The Hessian of the negative log-likelihood: singular along (1, …, 1). */
function information(wins: number[][], utilities: number[]): number[][] {
  const weight = (i: number, j: number) => {
    const p = sigmoid(utilities[i]! - utilities[j]!);
    return (wins[i]![j]! + wins[j]![i]!) * p * (1 - p);
  };
  return wins.map((_, i) =>
    wins.map((_row, j) =>
      i === j ? wins.reduce((sum, _all, k) => sum + (k === i ? 0 : weight(i, k)), 0) : -weight(i, j)
    )
  );
}

/** Invertible: with l2 on the diagonal, or else with 1/K everywhere, which fixes the mean. */
function gauged(matrix: number[][], ridge: number): number[][] {
  const spread = ridge === 0 ? 1 / matrix.length : 0;
  return matrix.map((row, i) => row.map((x, j) => x + spread + (i === j ? ridge : 0)));
}

/** The first of the step, its half, its quarter, … that goes down; undefined when none does. */
function lineSearch(
  objective: (u: number[]) => number,
  from: number[],
  direction: number[]
): number[] | undefined {
  const start = objective(from);
  for (let halving = 0; halving < MOST_HALVINGS; halving += 1) {
    const moved = from.map((x, i) => x - direction[i]! / 2 ** halving);
    if (objective(moved) < start) return moved;
  }
  return undefined;
}

/** Whether every item can be reached from every other over wins. */
function isConnected(wins: number[][]): boolean {
  const reaches = (edge: (from: number, to: number) => number) => {
    const seen = new Set([0]);
    for (const from of seen) {
      wins.forEach((_, to) => {
        if (edge(from, to) > 0) seen.add(to);
      });
    }
    return seen.size === wins.length;
  };
  return reaches((i, j) => wins[i]![j]!) && reaches((i, j) => wins[j]![i]!);
}

function requireTable(wins: number[][]): void {
  const square = wins.length > 1 && wins.every((row) => row.length === wins.length);
  const counts = wins.flat().every((count) => count >= 0);
  if (square && counts && wins.every((row, i) => row[i] === 0)) return;
  throw new Error(
    `bradleyTerryMle: wins must be a square table of at least 2 items, no negative entry and 0 on the diagonal; got rows of ${wins.map((row) => row.length).join(', ')}.`
  );
}
