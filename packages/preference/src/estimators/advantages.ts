/** Advantages of completions relative to their group: GRPO's and RLOO's. Float64, no tensors. */

export interface GroupAdvantageOptions {
  /** G: completions a prompt; `rewards` holds each prompt's one after another */
  numGenerations: number;
  /** what advantages are divided by: the standard deviation of the group, of the batch, or nothing */
  scaleRewards?: 'group' | 'batch' | 'none';
  /** added to the standard deviation; 1e-4 by default, as in TRL */
  eps?: number;
}

export interface GroupAdvantages {
  /** (B) */
  advantages: number[];
  /** (B / G) */
  groupMean: number[];
  /** (B / G) sample standard deviation (n − 1); 0 for groups of one */
  groupStd: number[];
  /** the share of completions whose standard deviation (the batch's where that is the scale) is 0 */
  fracRewardZeroStd: number;
}

/**
 * GRPO's advantages: how much better a completion is than the others to its prompt.
 *
 * (r − mean of the group) / (std + eps), or without the division (Dr. GRPO) for `none`.
 *
 * Source: Shao et al. 2024, section 4.1.2; `none`: Liu et al. 2025. TRL: `GRPOTrainer`.
 *
 * @param rewards (B)
 * @throws when B is not a multiple of G
 * @example
 * ```ts
 * // Two prompts, three completions each. Where all are as good, there is nothing to learn.
 * const rewards = [1, 0, 0, 1, 1, 1];
 * const { advantages, groupMean, fracRewardZeroStd } = groupAdvantages(rewards, { numGenerations: 3 });
 * advantages; // → [1.1545, -0.5773, -0.5773, 0, 0, 0]
 * groupMean; // → [0.3333, 1]
 * fracRewardZeroStd; // → 0.5
 * groupAdvantages(rewards, { numGenerations: 3, scaleRewards: 'none' }).advantages; // → [0.6667, -0.3333, -0.3333, 0, 0, 0]
 * ```
 */
export function groupAdvantages(
  rewards: number[],
  { numGenerations, scaleRewards = 'group', eps = 1e-4 }: GroupAdvantageOptions
): GroupAdvantages {
  const groups = groupsOf('groupAdvantages', rewards, numGenerations);
  const groupMean = groups.map(meanOf);
  const groupStd = groups.map(standardDeviation);
  const stds = scaleRewards === 'batch' ? groups.map(() => standardDeviation(rewards)) : groupStd;
  const advantages = groups.flatMap((group, g) =>
    group.map((reward) => {
      const centred = reward - groupMean[g]!;
      return scaleRewards === 'none' ? centred : centred / (stds[g]! + eps);
    })
  );
  const zero = stds.filter((std) => Math.abs(std) <= IS_CLOSE).length;
  return { advantages, groupMean, groupStd, fracRewardZeroStd: zero / groups.length };
}

/** The absolute tolerance of `torch.isclose`. */
const IS_CLOSE = 1e-8;

/**
 * RLOO's advantages: each reward minus the mean of the others of its group: G/(G − 1) · (r − mean). They sum to 0 over a group.
 *
 * Source: Ahmadian et al. 2024 (RLOO); Kool et al. 2019.
 *
 * @param rewards (B), each prompt's G completions one after another
 * @throws when B is not a multiple of G, or G < 2
 * @example
 * ```ts
 * // Each reward is compared with the mean of the two others.
 * rlooAdvantages([1, 0, 0.5], 3); // → [0.75, -0.75, 0]
 * ```
 */
export function rlooAdvantages(rewards: number[], numGenerations: number): number[] {
  if (numGenerations < 2) {
    throw new Error(`rlooAdvantages: numGenerations must be at least 2; got ${numGenerations}.`);
  }
  return groupsOf('rlooAdvantages', rewards, numGenerations).flatMap((group) => {
    const mean = meanOf(group);
    return group.map((reward) => (numGenerations / (numGenerations - 1)) * (reward - mean));
  });
}

function groupsOf(caller: string, rewards: number[], size: number): number[][] {
  if (!Number.isInteger(size) || size < 1 || rewards.length === 0 || rewards.length % size !== 0) {
    throw new Error(
      `${caller}: the number of rewards must be a multiple of numGenerations; got ${rewards.length} and ${size}.`
    );
  }
  return Array.from({ length: rewards.length / size }, (_, g) =>
    rewards.slice(g * size, (g + 1) * size)
  );
}

const meanOf = (xs: number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;

function standardDeviation(xs: number[]): number {
  if (xs.length < 2) return 0;
  const mean = meanOf(xs);
  return Math.sqrt(xs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (xs.length - 1));
}
