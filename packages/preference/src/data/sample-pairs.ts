/** Preference data from annotators: which responses are compared, and what was said. */

import { Random } from '../random.js';
import type { Annotator } from './annotators.js';
import { DataError } from './data-error.js';
import type { PreferencePair, Ranking } from './preferences.js';

export interface SampleOptions<Prompt, Response> {
  prompts: readonly Prompt[];
  /** Those to choose from; the two that are compared are different ones. */
  responses: readonly Response[] | ((prompt: Prompt) => readonly Response[]);
  annotator: Annotator<Prompt, Response>;
  /** How many pairs. */
  count: number;
  seed: number;
}

/**
 * Pairs of different responses, uniformly, each judged once. The same seed gives the same pairs.
 *
 * @example
 * ```ts
 * const annotator = bradleyTerryAnnotator((prompt, response) => response.length);
 * const pairs = samplePairs({
 *   prompts: ['Greet me.'],
 *   responses: ['Hi.', 'Hello there.', 'Good morning to you.'],
 *   annotator,
 *   count: 100,
 *   seed: 1
 * });
 * pairs[0]; // → { prompt: 'Greet me.', chosen: 'Hello there.', rejected: 'Hi.' }
 * // The longer one is 8 letters longer at least, and e⁸ to 1 is close to always.
 * pairs.filter(({ chosen, rejected }) => chosen.length > rejected.length).length; // → 100
 * ```
 */
export function samplePairs<Prompt, Response>({
  prompts,
  responses,
  annotator,
  count,
  seed
}: SampleOptions<Prompt, Response>): PreferencePair<Prompt, Response>[] {
  if (prompts.length === 0) throw new DataError('There are no prompts.');
  if (!(Number.isInteger(count) && count >= 0)) throw new DataError(`count is ${count}.`);
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const prompt = random.choice(prompts);
    const candidates = typeof responses === 'function' ? responses(prompt) : responses;
    if (candidates.length < 2) {
      throw new DataError(`A comparison needs 2 responses, and there are ${candidates.length}.`);
    }
    const first = random.integer(candidates.length);
    const other = random.integer(candidates.length - 1);
    const second = other < first ? other : other + 1;
    const pair = [candidates[first] as Response, candidates[second] as Response] as const;
    const preferred = annotator(prompt, pair, random);
    return { prompt, chosen: pair[preferred], rejected: pair[1 - preferred] as Response };
  });
}

/**
 * A ranking of all responses by repeated comparison: each pair is judged once, and the response with more wins is
 * better (Copeland's rule); of as many wins the one that was named first. An annotator who is not transitive still gives
 * one.
 *
 * @example
 * ```ts
 * const annotator = bradleyTerryAnnotator((prompt, response) => response.length, { temperature: 0 });
 * const greetings = ['Hi.', 'Good morning to you.', 'Hello there.'];
 * rankResponses('Greet me.', greetings, annotator, 1).responses; // → ['Good morning to you.', 'Hello there.', 'Hi.']
 * ```
 */
export function rankResponses<Prompt, Response>(
  prompt: Prompt,
  responses: readonly Response[],
  annotator: Annotator<Prompt, Response>,
  seed: number
): Ranking<Prompt, Response> {
  const random = new Random(seed);
  const wins = responses.map(() => 0);
  for (const [first, one] of responses.entries()) {
    for (const [offset, other] of responses.slice(first + 1).entries()) {
      const winner = annotator(prompt, [one, other], random) === 0 ? first : first + 1 + offset;
      wins[winner] = (wins[winner] ?? 0) + 1;
    }
  }
  const order = responses.map((_, index) => index);
  order.sort((a, b) => (wins[b] ?? 0) - (wins[a] ?? 0) || a - b);
  return { prompt, responses: order.map((index) => responses[index] as Response) };
}
