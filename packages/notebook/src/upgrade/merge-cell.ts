/** One cell of the learner's and its successor in the new lesson, made into one; or two, where they cannot be joined. */

import { hasAnswer, mergeMetadata } from './cell-metadata.js';
import type { ChangeKind } from './changes.js';
import { isAnswer, isEdited, LEARNERS, revision, type LessonCell } from './lesson-cell.js';
import { mergeText } from './merge-text.js';
import { asObject, canonical, omit } from './records.js';

export interface MergedCell {
  cell: LessonCell;
  change: ChangeKind | null;
  /** The learner's cell has to stand beside it. */
  keepMine: boolean;
}

/** `version`: of the lesson that `mine` was in. */
export function mergeCell(mine: LessonCell, theirs: LessonCell, version: string): MergedCell {
  const { source, change } = mergeSource(mine, theirs);
  const isOpenTask = isAnswer(theirs) && theirs.kind !== 'challenge-answer';
  const outdated = !isOpenTask && revision(mine) !== revision(theirs);
  // Notes may be made of code, and an open task may be answered in prose; what is checked is code.
  const isMine =
    source === mine.source && source !== theirs.source && theirs.kind !== 'challenge-answer';
  const type = isMine ? mine.type : theirs.type;
  const isAsItRan = source === mine.source && type === mine.type;
  const attachments = { ...theirs.attachments, ...mine.attachments };
  return {
    cell: {
      ...theirs,
      type,
      source,
      metadata: mergeMetadata(mine, theirs, outdated ? version : null),
      outputs: isAsItRan ? mine.outputs : theirs.outputs,
      executionCount: isAsItRan ? mine.executionCount : theirs.executionCount,
      attachments: Object.keys(attachments).length === 0 ? null : attachments
    },
    keepMine: change === 'conflict',
    change:
      outdated && hasAnswer(mine) ? 'answer-kept' : (change ?? changeOfData(mine, theirs, type))
  };
}

interface MergedSource {
  source: string;
  change: ChangeKind | null;
}

function mergeSource(mine: LessonCell, theirs: LessonCell): MergedSource {
  if (mine.source === theirs.source) return { source: theirs.source, change: null };
  if (!isEdited(mine)) return { source: theirs.source, change: 'updated' };
  if (isAnswer(theirs)) return { source: mine.source, change: null };
  if (mine.base === theirs.source) return { source: mine.source, change: null };
  if (mine.source.trim() === '') return { source: theirs.source, change: 'restored' };
  if (mine.base !== null && mine.type === theirs.type) {
    const merged = mergeText(mine.base, mine.source, theirs.source);
    if (merged !== null)
      return { source: merged, change: merged === mine.source ? null : 'merged' };
  }
  return { source: theirs.source, change: 'conflict' };
}

/** Where the text is as it was, the lesson may still have changed what belongs to it: a hint, a title, a check. */
function changeOfData(
  mine: LessonCell,
  theirs: LessonCell,
  type: LessonCell['type']
): ChangeKind | null {
  return type === mine.type && shownData(mine) === shownData(theirs) ? null : 'updated';
}

function shownData({ lectern }: LessonCell): string {
  const challenge = omit(asObject(lectern?.['challenge']), ['grading']);
  return canonical({ ...omit(lectern ?? {}, ['base', ...LEARNERS]), challenge });
}
