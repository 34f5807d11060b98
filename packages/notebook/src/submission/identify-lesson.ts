/** Which lesson of a course a submission is of. */

import { lessonOf } from '../upgrade/refuse.js';
import type { SubmittedNotebook, Unreadable } from './parse-submission.js';
import type { WorkReader } from './read-work.js';

export interface Identified {
  reader: WorkReader;
  /** Of the lesson that the notebook was made from; `null` where it does not say. */
  version: string | null;
  /** The notebook does not say its lesson: it was told by its cells. */
  isGuess: boolean;
}

/** So much of a lesson's text must be there for a notebook that says nothing else. */
const ENOUGH = 0.5;

export function identifyLesson(
  notebook: SubmittedNotebook,
  readers: readonly WorkReader[]
): Identified | Unreadable {
  const own = lessonOf(notebook);
  if (own !== null) {
    const reader = readers.find(({ lesson }) => lesson.id === own.id);
    return reader === undefined
      ? { reason: `is of the lesson "${shown(own.id)}", which the course does not have.` }
      : { reader, version: own.version, isGuess: false };
  }
  const reader =
    onlyBest(readers, (one) => one.claims(notebook.cells), 1) ??
    onlyBest(readers, (one) => one.share(notebook.cells), ENOUGH);
  return reader === undefined
    ? { reason: 'does not say which lesson it was made from, and its text is of none.' }
    : { reader, version: null, isGuess: true };
}

function onlyBest(
  readers: readonly WorkReader[],
  score: (reader: WorkReader) => number,
  least: number
): WorkReader | undefined {
  const scored = readers.map((reader) => ({ reader, value: score(reader) }));
  const best = Math.max(least, ...scored.map(({ value }) => value));
  const found = scored.filter(({ value }) => value === best);
  return found.length === 1 ? found[0]?.reader : undefined;
}

/** What a notebook says of itself may be anything. */
function shown(id: string): string {
  return id.length <= 60 ? id : `${id.slice(0, 60)}…`;
}
