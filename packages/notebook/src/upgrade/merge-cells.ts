/** The cells of the new notebook: in the lesson's order, each followed by what the learner had after it. */

import type { ICell } from '@jupyterlab/nbformat';
import { keptMetadata } from './cell-metadata.js';
import { label, type Change, type ChangeKind } from './changes.js';
import { hasWork, isLessons, writeCell, type LessonCell } from './lesson-cell.js';
import { matchCells, type Matches } from './match.js';
import { mergeCell } from './merge-cell.js';
import { otherParts } from './split.js';
import { UniqueIds } from './unique-ids.js';

/** A cell of the new notebook, and what is to be told of it. */
interface Placed {
  cell: LessonCell;
  change: ChangeKind | null;
  label: string;
  isLesson: boolean;
}

/** `version`: of the lesson that `old` was made from. */
export function mergeCells(
  old: readonly LessonCell[],
  fresh: readonly LessonCell[],
  version: string
): { cells: ICell[]; changes: Change[] } {
  const matches = matchCells(old, fresh);
  const rejoined = rejoinParts(old, matches);
  const { followers, removed } = learnersCells(old, matches, rejoined, version);
  const placed = [...(followers.get(null) ?? [])];
  for (const theirs of fresh) {
    placed.push(...lessonsCells(matches.get(theirs), theirs, version));
    placed.push(...(followers.get(theirs) ?? []));
  }
  const { cells, changes } = write(placed);
  return { cells, changes: [...changes, ...removed] };
}

/** Puts cells that were only split together again where the lesson's cell is new, and gives the parts not needed then. */
function rejoinParts(old: readonly LessonCell[], matches: Matches): Set<LessonCell> {
  const taken = new Set(matches.values());
  const rejoined = new Set<LessonCell>();
  for (const [theirs, mine] of matches) {
    if (mine.base === null || mine.base === theirs.source) continue;
    const parts = otherParts(mine, old);
    if (parts.length === 0 || parts.some((part) => taken.has(part))) continue;
    matches.set(theirs, { ...mine, source: mine.base });
    for (const part of [mine, ...parts]) rejoined.add(part);
  }
  return rejoined;
}

function lessonsCells(mine: LessonCell | undefined, theirs: LessonCell, version: string): Placed[] {
  if (mine === undefined) return [lessons(theirs, 'added')];
  const { cell, change, keepMine } = mergeCell(mine, theirs, version);
  const placed: Placed[] = [lessons(cell, change)];
  if (keepMine) placed.push({ ...kept(mine, 'conflict', version), change: null });
  return placed;
}

/** What is the learner's, by the cell of the new lesson that it followed; `null` for what stood before all of them. */
function learnersCells(
  old: readonly LessonCell[],
  matches: Matches,
  rejoined: ReadonlySet<LessonCell>,
  version: string
): { followers: Map<LessonCell | null, Placed[]>; removed: Change[] } {
  const successors = new Map([...matches].map(([theirs, mine]) => [mine.index, theirs]));
  const followers = new Map<LessonCell | null, Placed[]>();
  const removed: Change[] = [];
  let anchor: LessonCell | null = null;
  const follow = (placed: Placed): void => {
    followers.set(anchor, [...(followers.get(anchor) ?? []), placed]);
  };
  for (const cell of old) {
    const successor = successors.get(cell.index);
    if (successor !== undefined) anchor = successor;
    else if (rejoined.has(cell)) continue;
    else if (!isLessons(cell)) follow({ cell, change: null, label: '', isLesson: false });
    else if (hasWork(cell)) follow(kept(cell, isCopy(cell, matches) ? 'copy' : 'dropped', version));
    else removed.push({ kind: 'removed', cell: cell.id, label: label(cell) });
  }
  return { followers, removed };
}

/** Whether the cell that it was copied or split from goes on in the lesson. */
function isCopy({ id, kind, base }: LessonCell, matches: Matches): boolean {
  return [...matches.values()].some(
    (one) => (id !== null && one.id === id) || (base && one.kind === kind && one.base === base)
  );
}

function lessons(cell: LessonCell, change: ChangeKind | null): Placed {
  return { cell, change, label: label(cell), isLesson: true };
}

const KEPT_AS = { conflict: 'conflict', dropped: 'kept', copy: 'copy' } as const;

function kept(cell: LessonCell, reason: keyof typeof KEPT_AS, version: string): Placed {
  const metadata = keptMetadata(cell, reason, version);
  const change = KEPT_AS[reason];
  return { cell: { ...cell, metadata }, change, label: label(cell), isLesson: false };
}

/** The lesson's cells keep their ids, whatever the learner's are called. */
function write(placed: readonly Placed[]): { cells: ICell[]; changes: Change[] } {
  const ids = new UniqueIds();
  const given = new Map<Placed, string>();
  for (const isLesson of [true, false]) {
    for (const one of placed.filter((each) => each.isLesson === isLesson)) {
      given.set(one, ids.take(one.cell.id, one.cell.source));
    }
  }
  const changes: Change[] = [];
  const cells = placed.map((one) => {
    const id = given.get(one) as string;
    if (one.change !== null) changes.push({ kind: one.change, cell: id, label: one.label });
    return writeCell(one.cell, id);
  });
  return { cells, changes };
}
