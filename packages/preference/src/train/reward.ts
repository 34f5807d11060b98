/** What completions are rewarded by: any function of text, whose mistakes are said in one line. */

/** A score for each completion, in their order. */
export type Reward = (
  completions: string[],
  prompts: string[]
) => ArrayLike<number> | Promise<ArrayLike<number>>;

/**
 * The reward function failed, or what it gave are no scores.
 *
 * @example
 * ```ts
 * const lengths = (completions) => completions.map((text) => text.length).slice(1);
 * const trained = grpo([''], lengths, characterPolicy({ characters: 'ab' }), { steps: 1 });
 * const error = await trained.catch((error) => error);
 * error instanceof RewardError; // → true
 * error.message; // → 'The reward function gave 63 scores for 64 completions; it must give one for each, in their order.'
 * ```
 */
export class RewardError extends Error {
  override name = 'RewardError';
}

/**
 * @param prompts as long as the completions
 * @throws {RewardError} where the reward throws, gives another number of scores, or one that is not a finite number
 */
export async function scoresOf(
  reward: Reward,
  completions: readonly string[],
  prompts: readonly string[]
): Promise<number[]> {
  let given: unknown;
  try {
    given = await reward([...completions], [...prompts]);
  } catch (error) {
    // One that says so by itself already, as the widget's does of a function in Python.
    if (error instanceof RewardError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new RewardError(`The reward function failed: ${message}`, { cause: error });
  }
  if (!isArrayLike(given)) {
    throw new RewardError(
      `The reward function gave ${given === null ? 'null' : typeof given}; it must give a list of ${completions.length} numbers, one for each completion.`
    );
  }
  const scores = Array.from<unknown>(given);
  if (scores.length !== completions.length) {
    throw new RewardError(
      `The reward function gave ${scores.length} scores for ${completions.length} completions; it must give one for each, in their order.`
    );
  }
  const bad = scores.findIndex((score) => typeof score !== 'number' || !Number.isFinite(score));
  if (bad >= 0) {
    throw new RewardError(
      `The reward of completion ${bad}, ${JSON.stringify(completions[bad])}, is ${String(scores[bad])}; it must be a finite number.`
    );
  }
  return scores as number[];
}

function isArrayLike(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}
