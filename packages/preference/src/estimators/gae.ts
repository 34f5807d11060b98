/** Generalised advantage estimation with done flags and with masks. Float64, no tensors. */

import { maskedWhiten } from './whiten.js';

export interface GaeOptions {
  /** γ in [0, 1] */
  gamma: number;
  /** λ in [0, 1] */
  lam: number;
}

export interface GaeResult {
  /** (B, T) */
  advantages: number[][];
  /** (B, T) advantages + values */
  returns: number[][];
}

/**
 * Generalised advantage estimation of one episode, or part of one.
 *
 *     δ_t = r_t + γ c_{t+1} V_{t+1} − V_t,   A_t = δ_t + γλ c_{t+1} A_{t+1}
 *
 * with c_{t+1} = 1 where the episode goes on from t to t + 1, and A = 0 after the last step.
 *
 * Source: Schulman et al. 2015 (GAE), eq. 16.
 *
 * @param rewards (T)
 * @param values (T)
 * @param next V_{t+1} and c_{t+1} of step t
 * @returns the advantages (T)
 * @example
 * ```ts
 * // An episode of three steps, rewarded at its end.
 * const rewards = [0, 0, 1];
 * const values = [0.2, 0.5, 0.8];
 * const next = (t) => ({ value: values[t + 1] ?? 0, goesOn: t < 2 ? 1 : 0 });
 * // λ = 0: each step by the next value alone. λ = 1: by all that came after it.
 * gae(rewards, values, { gamma: 1, lam: 0 }, next); // → [0.3, 0.3, 0.2]
 * gae(rewards, values, { gamma: 1, lam: 1 }, next); // → [0.8, 0.5, 0.2]
 * gae(rewards, values, { gamma: 1, lam: 0.95 }, next); // → [0.7655, 0.49, 0.2]
 * ```
 */
export function gae(
  rewards: number[],
  values: number[],
  { gamma, lam }: GaeOptions,
  next: (t: number) => { value: number; goesOn: number }
): number[] {
  const advantages = new Array<number>(rewards.length).fill(0);
  let following = 0;
  for (let t = rewards.length - 1; t >= 0; t -= 1) {
    const { value, goesOn } = next(t);
    const delta = rewards[t]! + gamma * goesOn * value - values[t]!;
    following = delta + gamma * lam * goesOn * following;
    advantages[t] = following;
  }
  return advantages;
}

export interface GaeWithDonesInputs {
  /** (B, T) */
  rewards: number[][];
  values: number[][];
  /** (B, T): 1 where the state at t is the first of a new episode */
  dones: number[][];
  /** (B) the value of the state after the last step, and whether that begins a new episode */
  nextValue: number[];
  nextDone: number[];
}

/**
 * Generalised advantage estimation over a rollout that holds parts of several episodes and is cut off at its end, which is bootstrapped.
 *
 * Source: CleanRL's `ppo.py`; Huang et al. 2022, detail 5.
 *
 * @throws when shapes do not agree or γ or λ is out of range
 * @example
 * ```ts
 * // One environment, four steps; a new episode begins with the third.
 * const rollout = {
 *   rewards: [[0, 1, 0, 0]],
 *   values: [[0.5, 0.5, 0.5, 0.5]],
 *   dones: [[0, 0, 1, 0]],
 *   nextValue: [0.5],
 *   nextDone: [0]
 * };
 * const { advantages, returns } = gaeWithDones(rollout, { gamma: 1, lam: 1 });
 * advantages; // → [[0.5, 0.5, 0, 0]]
 * // The first episode's steps return 1; the second is cut off, and its return is what is expected of it.
 * returns; // → [[1, 1, 0.5, 0.5]]
 * ```
 */
export function gaeWithDones(inputs: GaeWithDonesInputs, options: GaeOptions): GaeResult {
  const { rewards, values, dones, nextValue, nextDone } = inputs;
  requireMatrices('gaeWithDones', { rewards, values, dones });
  requireOptions('gaeWithDones', options);
  if (nextValue.length !== rewards.length || nextDone.length !== rewards.length) {
    throw new Error(
      `gaeWithDones: nextValue and nextDone need an entry for each of ${rewards.length} rows; got ${nextValue.length} and ${nextDone.length}.`
    );
  }
  const advantages = rewards.map((row, b) =>
    gae(row, values[b]!, options, (t) => ({
      value: values[b]![t + 1] ?? nextValue[b]!,
      goesOn: 1 - (dones[b]![t + 1] ?? nextDone[b]!)
    }))
  );
  return { advantages, returns: addRows(advantages, values) };
}

export interface GaeMaskedInputs {
  /** (B, T) with the score on the last token that counts */
  rewards: number[][];
  values: number[][];
  /** (B, T): 1 for a token that counts, else 0; the ones come first */
  mask: number[][];
}

/**
 * Generalised advantage estimation over completions, each an episode that ends with its last token: nothing is bootstrapped, and everything
 * outside the mask is 0. `whitened` are the advantages after `maskedWhiten`.
 *
 * @throws when shapes do not agree or γ or λ is out of range
 * @example
 * ```ts
 * // Two completions, of three tokens and of two, each scored at its end.
 * const { advantages, returns } = gaeMasked(
 *   {
 *     rewards: [[0, 0, 1], [0, -1, 0]],
 *     values: [[0.5, 0.5, 0.5], [0, 0, 9]],
 *     mask: [[1, 1, 1], [1, 1, 0]]
 *   },
 *   { gamma: 1, lam: 0.95 }
 * );
 * advantages; // → [[0.4512, 0.475, 0.5], [-0.95, -1, 0]]
 * returns; // → [[0.9512, 0.975, 1], [-0.95, -1, 0]]
 * ```
 */
export function gaeMasked(
  { rewards, values, mask }: GaeMaskedInputs,
  options: GaeOptions
): GaeResult & { whitened: number[][] } {
  requireMatrices('gaeMasked', { rewards, values, mask });
  requireOptions('gaeMasked', options);
  const keep = (rows: number[][]) =>
    rows.map((row, b) => row.map((x, t) => (mask[b]![t] === 0 ? 0 : x)));
  const advantages = keep(
    rewards.map((row, b) =>
      gae(row, values[b]!, options, (t) => ({
        value: values[b]![t + 1] ?? 0,
        goesOn: mask[b]![t + 1] ?? 0
      }))
    )
  );
  return {
    advantages,
    returns: keep(addRows(advantages, values)),
    whitened: maskedWhiten(
      advantages,
      mask.map((row) => row.map((kept) => kept !== 0))
    )
  };
}

export function addRows(left: number[][], right: number[][]): number[][] {
  return left.map((row, b) => row.map((x, t) => x + right[b]![t]!));
}

/** @throws unless all are (B, T) of the same B and T */
export function requireMatrices(caller: string, matrices: Record<string, number[][]>): void {
  const shapes = Object.entries(matrices).map(([name, rows]) => {
    const lengths = [...new Set(rows.map((row) => row.length))];
    return {
      name,
      shape: `[${rows.length}, ${lengths.join(' or ')}]`,
      ragged: lengths.length !== 1
    };
  });
  const alike = shapes.every(({ shape, ragged }) => !ragged && shape === shapes[0]!.shape);
  if (alike) return;
  const list = shapes.map(({ name, shape }) => `${name} ${shape}`).join(', ');
  throw new Error(`${caller}: one shape [B, T] is wanted of all; got ${list}.`);
}

/** @throws unless γ and λ are in [0, 1] */
export function requireOptions(caller: string, { gamma, lam }: GaeOptions): void {
  for (const [name, value] of Object.entries({ gamma, lam })) {
    if (!(value >= 0 && value <= 1)) {
      throw new Error(`${caller}: ${name} must be in [0, 1]; got ${value}.`);
    }
  }
}
