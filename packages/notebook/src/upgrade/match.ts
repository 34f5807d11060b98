/** Finds for each cell of the new lesson the cell of the learner's notebook that it continues. */

import { challengeId, isAnswer, isEdited, isLessons, type LessonCell } from './lesson-cell.js';
import { similarity } from './similarity.js';

/** New cell → old cell; each old cell at most once. */
export type Matches = Map<LessonCell, LessonCell>;

/** Less alike than this, two cells at the same place count as one that went and one that came. */
const ALIKE = 0.5;

/**
 * By id; and where ids are missing, or changed because a heading or a first line did, by challenge, by the text as
 * built, by place and likeness, and for an answer by its task.
 */
export function matchCells(old: readonly LessonCell[], fresh: readonly LessonCell[]): Matches {
  const matches: Matches = new Map();
  const used = new Set<LessonCell>();
  const match = (rule: Rule): void => {
    for (const cell of fresh) {
      if (matches.has(cell)) continue;
      const free = old.filter((one) => !used.has(one));
      const found = rule(cell, free, matches);
      if (found === undefined) continue;
      matches.set(cell, found);
      used.add(found);
    }
  };
  match(byId);
  match(byChallenge);
  match(byBase);
  match(byPlace(fresh));
  match(byTask(old, fresh));
  return matches;
}

type Rule = (
  cell: LessonCell,
  free: readonly LessonCell[],
  matches: Matches
) => LessonCell | undefined;

/** Of cells that share the id, one with the learner's work in it. A cell without our metadata may have lost it. */
const byId: Rule = (cell, free) => {
  const same = free.filter(({ id, kind }) => id !== null && id === cell.id && kind !== 'kept');
  return same.find(isEdited) ?? same[0];
};

const byChallenge: Rule = (cell, free) => {
  const challenge = challengeId(cell);
  if (challenge === null) return undefined;
  const same = free.filter((one) => one.kind === cell.kind && challengeId(one) === challenge);
  return same.find(({ base }) => base === cell.base) ?? same[0];
};

const byBase: Rule = (cell, free) => {
  if (cell.source.trim() === '') return undefined;
  return free.find(({ kind, base }) => kind === cell.kind && base === cell.source);
};

/** Between the same neighbours, the most alike of the same kind. */
const byPlace =
  (fresh: readonly LessonCell[]): Rule =>
  (cell, free, matches) => {
    if (isAnswer(cell) || challengeId(cell) !== null) return undefined;
    const place = (one: LessonCell): number | undefined => matches.get(one)?.index;
    const before = fresh.slice(0, cell.index).findLast((one) => matches.has(one));
    const after = fresh.slice(cell.index).find((one) => matches.has(one));
    const from = (before && place(before)) ?? -1;
    const to = (after && place(after)) ?? Infinity;
    let best: LessonCell | undefined;
    let most = ALIKE;
    for (const one of free) {
      if (one.kind !== cell.kind || one.base === null || one.index <= from || one.index >= to) {
        continue;
      }
      const alike = similarity(one.base, cell.source);
      if (alike > most || (best === undefined && alike === most)) [best, most] = [one, alike];
    }
    return best;
  };

/** An answer's own text says nothing of which task it is for: the lesson's cell before it does. */
const byTask =
  (old: readonly LessonCell[], fresh: readonly LessonCell[]): Rule =>
  (cell, free, matches) => {
    if (!isAnswer(cell)) return undefined;
    const task = fresh[cell.index - 1];
    const found = task && matches.get(task);
    if (found === undefined) return undefined;
    const next = old.slice(found.index + 1).find(isLessons);
    return next !== undefined && next.kind === cell.kind && free.includes(next) ? next : undefined;
  };
