/** A learner's notebook and a newer version of its lesson, made into one notebook by a three-way merge, cell by cell. */

import type { INotebookContent } from '@jupyterlab/nbformat';
import type { Change } from './changes.js';
import { lessonData, readCells } from './lesson-cell.js';
import { mergeCells } from './merge-cells.js';
import { lessonOf, requireSameLesson } from './refuse.js';

export interface Upgrade {
  notebook: INotebookContent;
  changes: Change[];
  /** The lesson's versions. */
  from: string;
  to: string;
  /** There was nothing to upgrade: `notebook` is `old` itself. */
  isCurrent: boolean;
}

/**
 * Base of the merge is each cell's `metadata.lectern.base`. Neither argument is changed.
 * @throws {UpgradeError} where `old` is no notebook of this lesson.
 */
export function upgradeNotebook(old: INotebookContent, fresh: INotebookContent): Upgrade {
  const lessons = requireSameLesson(old, fresh);
  const [from, to] = [lessons.old.version, lessons.fresh.version];
  if (!isOutdated(old, fresh)) return { notebook: old, changes: [], from, to, isCurrent: true };
  return { ...mergeNotebooks(old, fresh), from, to, isCurrent: false };
}

/** Whether the lesson in `fresh` is another than the one in `old`; what the learner did to theirs does not count. */
export function isOutdated(old: INotebookContent, fresh: INotebookContent): boolean {
  if (lessonOf(old)?.version !== lessonOf(fresh)?.version) return true;
  const mine = new Map(readCells(old.cells).map((cell) => [cell.id, cell]));
  return readCells(fresh.cells).some((cell) => {
    const same = mine.get(cell.id);
    return same !== undefined && same.kind !== 'kept' && lessonData(same) !== lessonData(cell);
  });
}

/** The merge itself, whether there is anything new or not. */
export function mergeNotebooks(
  old: INotebookContent,
  fresh: INotebookContent
): { notebook: INotebookContent; changes: Change[] } {
  const version = lessonOf(old)?.version ?? '';
  const { cells, changes } = mergeCells(readCells(old.cells), readCells(fresh.cells), version);
  const metadata = { ...old.metadata, ...fresh.metadata };
  return { notebook: { cells, metadata, nbformat: 4, nbformat_minor: 5 }, changes };
}
