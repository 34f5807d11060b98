/** What people say about responses: that one is better than another, in which order they are, or that one is good. */

import { DataError } from './data-error.js';
import type { Completion } from './formats.js';

/** One of two responses to the same prompt was preferred. */
export interface PreferencePair<Prompt = Completion, Response = Prompt> {
  prompt: Prompt;
  chosen: Response;
  rejected: Response;
  /** How much better, in units of reward: the margin of Llama 2's loss. */
  margin?: number;
  /** Who said so. */
  annotator?: string;
}

/** Responses to one prompt, the best first. */
export interface Ranking<Prompt = Completion, Response = Prompt> {
  prompt: Prompt;
  responses: readonly Response[];
}

/** One response, good (`true`) or not: what KTO learns from. */
export interface BinaryFeedback<Prompt = Completion, Response = Prompt> {
  prompt: Prompt;
  completion: Response;
  label: boolean;
}

/**
 * All n (n − 1) / 2 pairs that a ranking of n responses implies (Ouyang et al. 2022, section 3.5: they belong into one
 * batch element, since they are not independent).
 * @throws {DataError} of fewer than two responses
 * @example
 * ```ts
 * const pairs = pairsOfRanking({ prompt: 'Name a colour.', responses: ['Red.', 'Sky.', 'No.'] });
 * pairs.map(({ chosen, rejected }) => `${chosen} > ${rejected}`); // → ['Red. > Sky.', 'Red. > No.', 'Sky. > No.']
 * ```
 */
export function pairsOfRanking<Prompt, Response>({
  prompt,
  responses
}: Ranking<Prompt, Response>): PreferencePair<Prompt, Response>[] {
  if (responses.length < 2) {
    throw new DataError(`A ranking has at least 2 responses, and this one ${responses.length}.`);
  }
  return responses.flatMap((chosen, place) =>
    responses.slice(place + 1).map((rejected) => ({ prompt, chosen, rejected }))
  );
}
