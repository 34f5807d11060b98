/** What a learner answers to a quiz, and reading it back from a notebook that anybody may have edited. */

/** The keys of the chosen options, or what was typed. */
export type QuizResponse = readonly string[] | string;

/** Whatever is not a response is none. */
export function readResponse(value: unknown): QuizResponse | null {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((key) => typeof key === 'string')) return value;
  return null;
}

/** Whether the same options were chosen, in whatever order, or the same was typed. */
export function sameResponse(one: QuizResponse | null, other: QuizResponse | null): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(response: QuizResponse | null): QuizResponse | null {
  return response === null || typeof response === 'string' ? response : response.toSorted();
}
