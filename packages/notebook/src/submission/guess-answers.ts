/** Answers whose cells have lost every mark, as some notebook services leave them: found by what they hold and where they stand. */

import type { LessonCell } from '../upgrade/lesson-cell.js';
import { similarity } from '../upgrade/similarity.js';
import type { CellWithRole } from './cell-roles.js';
import { areInOrder, placesIn } from './places.js';
import type { Asked } from './read-work.js';

/** Less alike than this, a text says nothing of where it comes from. */
const ALIKE = 0.5;
/** So much more alike than the next must a text be that has no names to go by. */
const MARGIN = 0.2;

/**
 * Cells by challenge. Nobody is given the answer to another challenge: a cell that could belong to two, or whose text
 * and place disagree, belongs to none.
 */
export function guessAnswers(
  asked: readonly Asked[],
  found: readonly CellWithRole[],
  lesson: readonly LessonCell[]
): Map<string, CellWithRole[]> {
  const claimed = new Set(found.map(({ role }) => (role.is === 'answer' ? role.challenge : null)));
  const missing = new Set(
    asked.map(({ challenge }) => challenge.id).filter((id) => !claimed.has(id))
  );
  const guesses = new Map<string, CellWithRole[]>();
  if (missing.size === 0) return guesses;
  const guess = guesser(asked, found, lesson);
  for (const one of found) {
    if (one.role.is !== 'own' || one.cell.type !== 'code' || one.cell.kind === 'kept') continue;
    const id = guess(one.cell);
    if (id !== null && missing.has(id)) guesses.set(id, [...(guesses.get(id) ?? []), one]);
  }
  return guesses;
}

function guesser(
  asked: readonly Asked[],
  found: readonly CellWithRole[],
  lesson: readonly LessonCell[]
): (cell: LessonCell) => string | null {
  const place = areInOrder(found) ? placesIn(found, lesson) : () => null;
  const examples = lesson.filter(
    ({ type, kind }) => type === 'code' && kind !== 'challenge-answer' && kind !== 'answer-code'
  );
  return ({ source, index }) => {
    if (source.trim() === '') return null;
    const here = place(index);
    const named = bestBy(asked, (one) => (hasNames(one) ? one.starter.likeness(source) : 0));
    if (named.best >= ALIKE) {
      if (named.ids.length === 1) return named.ids[0] ?? null;
      return here !== null && named.ids.includes(here) ? here : null;
    }
    const words = bestBy(asked, ({ starter }) => similarity(starter.text, source));
    const asExample = Math.max(0, ...examples.map((cell) => similarity(cell.source, source)));
    if (asExample > ALIKE && asExample >= words.best) return null;
    if (words.best >= ALIKE && words.best - words.next >= MARGIN) {
      const [id = null] = words.ids;
      return here === null || here === id ? id : null;
    }
    return here;
  };
}

function hasNames({ starter }: Asked): boolean {
  return starter.names.size > 0;
}

/** The challenges of the highest score, that score, and the highest below it. */
function bestBy(
  asked: readonly Asked[],
  score: (one: Asked) => number
): { ids: string[]; best: number; next: number } {
  const scored = asked.map((one) => ({ id: one.challenge.id, value: score(one) }));
  const best = Math.max(0, ...scored.map(({ value }) => value));
  const ids = scored.filter(({ value }) => value === best).map(({ id }) => id);
  const rest = scored.filter(({ value }) => value < best).map(({ value }) => value);
  return { ids, best, next: ids.length > 1 ? best : Math.max(0, ...rest) };
}
