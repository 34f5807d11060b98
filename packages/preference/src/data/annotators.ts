/**
 * People who compare responses, as models of them: which of two they prefer, by chance. What is wrong with real ones can
 * be switched on one by one, to see what a reward model makes of it.
 */

import { sigmoid } from '../closed-form/distribution.js';
import type { Random } from '../random.js';
import { DataError } from './data-error.js';

/** Says which of two responses to a prompt is preferred: 0 the first, 1 the second. */
export type Annotator<Prompt, Response> = (
  prompt: Prompt,
  responses: readonly [Response, Response],
  random: Random
) => 0 | 1;

/** How good a response is, in units in which a difference of 1 is preferred with odds of e to 1. */
export type Utility<Prompt, Response> = (prompt: Prompt, response: Response) => number;

export interface BradleyTerryAnnotatorOptions<Prompt, Response> {
  /** Divides the difference; 0 prefers the better one always, and either where they are equal. Default 1. */
  temperature?: number;
  /** Probability of saying the opposite of what was meant: a slip, which no difference makes less likely. Default 0. */
  slipRate?: number;
  /** Added to the first response, whatever it is: the order in which they are shown. Default 0. */
  positionBias?: number;
  /** What this annotator likes beside what they were asked to judge, such as length. Default none. */
  bias?: Utility<Prompt, Response>;
}

function assertRate(name: string, value: number): void {
  if (!(value >= 0 && value <= 1))
    throw new DataError(`${name} is ${value}, and must be in [0, 1].`);
}

/**
 * An annotator who prefers the better response, more surely the greater the difference, and errs as the options say.
 *
 * P(first preferred) = (1 − s) σ(d) + s (1 − σ(d)), with d = (u(first) − u(second) + bias + position) / temperature and
 * slip rate s. Bradley and Terry (1952); slips are the mistakes of
 * B-Pref's simulated teachers (Lee et al. 2021).
 *
 * @example
 * ```ts
 * // Responses are numbers here, as good as they are great.
 * const utility = (prompt, response) => response;
 * const share = (annotator, random = new Random(1)) => {
 *   const judged = Array.from({ length: 2000 }, () => annotator('Which?', [1, 0], random));
 *   return judged.filter((preferred) => preferred === 0).length / judged.length;
 * };
 * // 1 better is preferred with probability σ(1) = 0.731, as far as 2,000 judgements show it.
 * share(bradleyTerryAnnotator(utility)); // → 0.7365
 * share(bradleyTerryAnnotator(utility, { temperature: 0, slipRate: 0.1 })); // → 0.899
 * ```
 */
export function bradleyTerryAnnotator<Prompt, Response>(
  utility: Utility<Prompt, Response>,
  options: BradleyTerryAnnotatorOptions<Prompt, Response> = {}
): Annotator<Prompt, Response> {
  const { temperature = 1, slipRate = 0, positionBias = 0, bias = () => 0 } = options;
  assertRate('slipRate', slipRate);
  if (!(temperature >= 0))
    throw new DataError(`temperature is ${temperature}, and must be at least 0.`);
  return (prompt, [first, second], random) => {
    const liking = (response: Response): number =>
      utility(prompt, response) + bias(prompt, response);
    const difference = liking(first) - liking(second) + positionBias;
    if (Number.isNaN(difference)) throw new DataError('A utility is not a number.');
    const preferred =
      temperature === 0 ? (Math.sign(difference) + 1) / 2 : sigmoid(difference / temperature);
    const probability = (1 - slipRate) * preferred + slipRate * (1 - preferred);
    return random.happens(probability) ? 0 : 1;
  };
}

/**
 * One of a group each time, by their shares: people who want different things.
 *
 * @example
 * ```ts
 * const likes = (liked) => (prompt, [first]) => (first === liked ? 0 : 1);
 * const group = disagreeingAnnotators([likes('long'), likes('short')], [3, 1]);
 * const random = new Random(1);
 * const judged = Array.from({ length: 2000 }, () => group('Which?', ['long', 'short'], random));
 * // A quarter of the judgements are for the second.
 * judged.reduce((sum, preferred) => sum + preferred, 0) / judged.length; // → 0.251
 * ```
 */
export function disagreeingAnnotators<Prompt, Response>(
  annotators: readonly Annotator<Prompt, Response>[],
  shares: readonly number[] = annotators.map(() => 1)
): Annotator<Prompt, Response> {
  if (annotators.length === 0) throw new DataError('A group has at least one annotator.');
  if (shares.length !== annotators.length) {
    throw new DataError(`There are ${annotators.length} annotators, and ${shares.length} shares.`);
  }
  return (prompt, responses, random) =>
    (annotators[random.weighted(shares)] as Annotator<Prompt, Response>)(prompt, responses, random);
}

/**
 * Intransitive: of `count` kinds each is preferred to the one before it, with this probability, and the first to the
 * last; any two others are equal. No reward function says so: what a fit of Bradley-Terry makes of it is instructive.
 *
 * @example
 * ```ts
 * // Paper is preferred to rock, scissors to paper, rock to scissors: always, for the sake of the example.
 * const kinds = ['rock', 'paper', 'scissors'];
 * const annotator = cyclicAnnotator((response) => kinds.indexOf(response), 3, 1);
 * const random = new Random(1);
 * annotator('Which?', ['paper', 'rock'], random); // → 0
 * annotator('Which?', ['scissors', 'paper'], random); // → 0
 * annotator('Which?', ['scissors', 'rock'], random); // → 1
 * ```
 */
export function cyclicAnnotator<Prompt, Response>(
  kindOf: (response: Response) => number,
  count: number,
  probability = 0.9
): Annotator<Prompt, Response> {
  if (!(Number.isInteger(count) && count >= 3)) {
    throw new DataError(`A cycle has at least 3 kinds, not ${count}.`);
  }
  assertRate('probability', probability);
  return (_prompt, [first, second], random) => {
    const ahead = (((kindOf(first) - kindOf(second)) % count) + count) % count;
    const preferred = ahead === 1 ? probability : ahead === count - 1 ? 1 - probability : 0.5;
    return random.happens(preferred) ? 0 : 1;
  };
}

/**
 * Likes to be agreed with: `strength` is added where `agrees` says that the response takes the view that the prompt
 * gives away. Sharma et al. (2023), "Towards Understanding Sycophancy in Language Models".
 *
 * @example
 * ```ts
 * const truth = (prompt, response) => (response === 'No, it is round.' ? 1 : 0);
 * const agrees = (prompt, response) => response.startsWith('Yes');
 * const responses = ['Yes, it is flat.', 'No, it is round.'];
 * const prompt = 'Is the earth flat? I think so.';
 * const judge = (strength) => {
 *   const annotator = sycophanticAnnotator(truth, agrees, { strength, temperature: 0 });
 *   return responses[annotator(prompt, responses, new Random(1))];
 * };
 * judge(0.5); // → 'No, it is round.'
 * judge(2); // → 'Yes, it is flat.'
 * ```
 */
export function sycophanticAnnotator<Prompt, Response>(
  utility: Utility<Prompt, Response>,
  agrees: (prompt: Prompt, response: Response) => boolean,
  {
    strength = 1,
    ...options
  }: Omit<BradleyTerryAnnotatorOptions<Prompt, Response>, 'bias'> & { strength?: number } = {}
): Annotator<Prompt, Response> {
  return bradleyTerryAnnotator(utility, {
    ...options,
    bias: (prompt, response) => (agrees(prompt, response) ? strength : 0)
  });
}
