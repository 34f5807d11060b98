/** DPO of a tabular policy on all pairs of completions, whose optimum is known. Float64, no tensors. */

import { boltzmannPolicy } from './boltzmann.js';
import { entropy, klDivergence, sigmoid, softplus } from './distribution.js';

export interface TabularDpoSetting {
  /** (prompts, K) the reference's probabilities, all above 0 */
  ref: number[][];
  /** (prompts, K) rewards of the Bradley-Terry model that labels pairs */
  rewards: number[][];
  /** β */
  beta: number;
}

/**
 * The loss of DPO on infinitely many pairs: over prompts and unordered pairs, the mean cross-entropy of the policy's
 * preference σ(β(h_i − h_j)), h = log π − log π_ref, against the labels' P(i ≻ j) = σ(r_i − r_j). Logits stand for
 * log π, since the normaliser cancels. Its gradient is with respect to the logits.
 *
 * Source: Rafailov et al. 2023, eq. 7 in expectation over pairs.
 *
 * @param logits (prompts, K)
 * @example
 * ```ts
 * // One prompt, two responses; the first is worth 1 more.
 * const setting = { ref: [[0.5, 0.5]], rewards: [[1, 0]], beta: 0.5 };
 * // At the reference every pair is a coin to the policy: log 2.
 * tabularDpoLoss(setting, [[0, 0]]); // → { loss: 0.6931, gradient: [[-0.1155, 0.1155]] }
 * // Log-probabilities r/β = 2 apart are the optimum.
 * tabularDpoLoss(setting, [[2, 0]]); // → { loss: 0.5822, gradient: [[0, 0]] }
 * ```
 */
export function tabularDpoLoss(
  { ref, rewards, beta }: TabularDpoSetting,
  logits: number[][]
): { loss: number; gradient: number[][] } {
  const scale = 2 / (ref.length * ref[0]!.length * (ref[0]!.length - 1));
  let loss = 0;
  const gradient = logits.map((row, prompt) => {
    const h = row.map((logit, i) => logit - Math.log(ref[prompt]![i]!));
    return row.map((_, i) => {
      let slope = 0;
      row.forEach((_other, j) => {
        if (i === j) return;
        const label = sigmoid(rewards[prompt]![i]! - rewards[prompt]![j]!);
        const preference = beta * (h[i]! - h[j]!);
        loss += scale * label * softplus(-preference);
        slope += scale * beta * (sigmoid(preference) - label);
      });
      return slope;
    });
  });
  return { loss, gradient };
}

/**
 * The optimum, the Boltzmann policy of each prompt, and the loss there: the entropy of the labels.
 *
 * @example
 * ```ts
 * const setting = { ref: [[0.5, 0.5]], rewards: [[1, 0]], beta: 0.5 };
 * tabularDpoOptimum(setting); // → { policy: [[0.8808, 0.1192]], loss: 0.5822 }
 * ```
 */
export function tabularDpoOptimum({ ref, rewards, beta }: TabularDpoSetting): {
  policy: number[][];
  loss: number;
} {
  const policy = ref.map((row, prompt) => boltzmannPolicy(row, rewards[prompt]!, beta).policy);
  const entropies = rewards.flatMap((row) =>
    row.flatMap((left, i) =>
      row.slice(i + 1).map((right) => {
        const p = sigmoid(left - right);
        return entropy([p, 1 - p]);
      })
    )
  );
  return { policy, loss: entropies.reduce((sum, x) => sum + x, 0) / entropies.length };
}

export interface TabularDpoPoint {
  loss: number;
  /** (prompts, K) */
  policy: number[][];
  /** mean over prompts of KL(optimum‖policy), nats */
  klToOptimum: number;
}

/**
 * Plain gradient descent on the logits from the reference: what stands after each number of steps of `at`.
 *
 * @throws when shapes differ or the learning rate is not above 0
 * @example
 * ```ts
 * const setting = { ref: [[0.5, 0.5]], rewards: [[1, 0]], beta: 0.5 };
 * const path = tabularDpoDescent(setting, { learningRate: 2, at: [0, 10, 100] });
 * path.get(0).klToOptimum; // → 0.3278
 * path.get(10).klToOptimum; // → 0.0018
 * path.get(100).policy; // → [[0.8808, 0.1192]]
 * ```
 */
export function tabularDpoDescent(
  setting: TabularDpoSetting,
  { learningRate, at }: { learningRate: number; at: number[] }
): Map<number, TabularDpoPoint> {
  requireSetting(setting);
  if (!(learningRate > 0)) {
    throw new Error(`tabularDpoDescent: learningRate must be above 0; got ${learningRate}.`);
  }
  const optimum = tabularDpoOptimum(setting).policy;
  const points = new Map<number, TabularDpoPoint>();
  let logits = setting.ref.map((row) => row.map(Math.log));
  for (let step = 0; step <= Math.max(...at); step += 1) {
    const { loss, gradient } = tabularDpoLoss(setting, logits);
    if (at.includes(step)) {
      const policy = logits.map(softmax);
      const kls = policy.map((row, prompt) => klDivergence(optimum[prompt]!, row));
      const klToOptimum = kls.reduce((sum, x) => sum + x, 0) / kls.length;
      points.set(step, { loss, policy, klToOptimum });
    }
    logits = logits.map((row, prompt) =>
      row.map((x, i) => x - learningRate * gradient[prompt]![i]!)
    );
  }
  return points;
}

function softmax(logits: number[]): number[] {
  const largest = Math.max(...logits);
  const weights = logits.map((x) => Math.exp(x - largest));
  const total = weights.reduce((sum, x) => sum + x, 0);
  return weights.map((x) => x / total);
}

function requireSetting({ ref, rewards }: TabularDpoSetting): void {
  const width = ref[0]?.length ?? 0;
  const fits = (rows: number[][]) =>
    rows.length === ref.length && rows.every((row) => row.length === width);
  if (width > 1 && fits(ref) && fits(rewards)) return;
  throw new Error(
    `tabular DPO: ref and rewards must share a shape [prompts, K], K > 1; got ${ref.length} and ${rewards.length} rows.`
  );
}
