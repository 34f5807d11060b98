/** Ids that stay with a cell from one build to the next, so that an answer is found again in a new version of the lesson. */

import { sha256 } from '@lectern/lesson';

/** The part of a challenge that a cell holds. */
export type ChallengePart = 'task' | 'task-2' | 'setup' | 'answer' | `check-${number}`;

/** nbformat allows 64 characters; the longest part, `-check-99`, takes 9 of them. */
const LONGEST_ID = 54;

/** Hashed ids hold no hyphen, so the two kinds never meet. */
export function challengeCellId(challengeId: string, part: ChallengePart): string {
  return `${shortened(challengeId)}-${part}`;
}

export function quizCellId(quizId: string): string {
  return `${shortened(quizId)}-quiz`;
}

function shortened(id: string): string {
  return id.length <= LONGEST_ID ? id : `${id.slice(0, LONGEST_ID - 9)}-${sha256(id).slice(0, 8)}`;
}

/** Names cells by where they stand and how they begin, so that a cell put in between moves no other id. */
export class CellIds {
  readonly #occurrences = new Map<string, number>();

  next(headings: readonly string[], kind: string, firstLine: string): string {
    const key = JSON.stringify([headings, kind, firstLine.trim()]);
    const occurrence = this.#occurrences.get(key) ?? 0;
    this.#occurrences.set(key, occurrence + 1);
    return sha256(`${key} ${occurrence}`).slice(0, 16);
  }
}
