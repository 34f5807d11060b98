/** What PPO reports, under the names that TRL logs. */

/** Of one update. */
export interface MinibatchMetrics {
  /** ½ E[(log ratio)²] over every position, padding too, as TRL has it */
  'policy/approxkl_avg': number;
  'policy/clipfrac_avg': number;
  'loss/policy_avg': number;
  'loss/value_avg': number;
  'val/clipfrac_avg': number;
  /** nats a token; TRL's counts padding too */
  'policy/entropy_avg': number;
  /** E[π_new/π_old] over every position, padding (where it is 1) too, as TRL has it */
  'val/ratio': number;
  /** Only with PPO-ptx: nats a token of the demonstrations. Not TRL's. */
  'loss/ptx_avg'?: number;
}

/** A step's: those of its updates are their means. */
export interface PpoMetrics extends MinibatchMetrics {
  /** nats a completion, from the reference, by the estimator that was chosen */
  'objective/kl': number;
  /** −Σ log π of a completion, nats; TRL's adds −1 for each token of padding */
  'objective/entropy': number;
  /** −β KL */
  'objective/non_score_reward': number;
  /** the sum of both rewards */
  'objective/rlhf_reward': number;
  /** the reward function's, with the penalty for completions that did not end */
  'objective/scores': number;
  /** β of this step; from TRL's earlier versions, whose β was adaptive */
  'objective/kl_coef': number;
  /** the sample variance of val/ratio over the step's updates */
  'val/ratio_var': number;
  'val/num_eos_tokens': number;
  lr: number;
  /** completions sampled so far */
  episode: number;
}

type RolloutMetrics = Omit<PpoMetrics, keyof MinibatchMetrics | 'val/ratio_var' | 'lr' | 'episode'>;

export function ppoMetrics(
  {
    ended,
    meanKlSum,
    scores,
    logprobs
  }: { ended: boolean[]; meanKlSum: number; scores: number[]; logprobs: number[][] },
  klCoef: number
): RolloutMetrics {
  const score = meanOf(scores);
  return {
    'objective/kl': meanKlSum,
    'objective/entropy': meanOf(logprobs.map((row) => -row.reduce((sum, logp) => sum + logp, 0))),
    'objective/non_score_reward': -klCoef * meanKlSum,
    'objective/rlhf_reward': score - klCoef * meanKlSum,
    'objective/scores': score,
    'objective/kl_coef': klCoef,
    'val/num_eos_tokens': ended.filter(Boolean).length
  };
}

export function meanMetrics(
  parts: readonly MinibatchMetrics[]
): MinibatchMetrics & Pick<PpoMetrics, 'val/ratio_var'> {
  const names = Object.keys(parts[0]!) as (keyof MinibatchMetrics)[];
  const means = Object.fromEntries(
    names.map((name) => [name, meanOf(parts.map((part) => part[name]!))])
  ) as unknown as MinibatchMetrics;
  const squares = parts.map((part) => (part['val/ratio'] - means['val/ratio']) ** 2);
  const variance = (meanOf(squares) * parts.length) / Math.max(1, parts.length - 1);
  return { ...means, 'val/ratio_var': variance };
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
