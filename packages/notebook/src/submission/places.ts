/** Where a cell stands among those of the lesson that are left around it. */

import type { LessonCell } from '../upgrade/lesson-cell.js';
import { challengeId } from '../upgrade/lesson-cell.js';
import type { CellWithRole } from './cell-roles.js';

/** The challenge whose answer, and no other's, belongs between the lesson's cells before and after; `null` where that is not so. */
export type PlaceOf = (index: number) => string | null;

export function placesIn(found: readonly CellWithRole[], lesson: readonly LessonCell[]): PlaceOf {
  const anchors = found.flatMap(({ cell, role }) =>
    role.is === 'lesson' ? [{ index: cell.index, place: role.place }] : []
  );
  const answers = lesson.filter(({ kind }) => kind === 'challenge-answer');
  return (index) => {
    const before = anchors.findLast((anchor) => anchor.index < index);
    const after = anchors.find((anchor) => anchor.index > index);
    if (before === undefined || before.place === null || after?.place === null) return null;
    const [from, to] = [before.place, after?.place ?? lesson.length];
    const between = answers.filter((cell) => from < cell.index && cell.index < to);
    return between.length === 1 && between[0] !== undefined ? challengeId(between[0]) : null;
  };
}

/** Where the lesson's cells have been moved about, a place says little. */
export function areInOrder(found: readonly CellWithRole[]): boolean {
  const places = found.flatMap(({ role }) =>
    role.is === 'lesson' && role.place !== null ? [role.place] : []
  );
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1));
}
