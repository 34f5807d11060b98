/** Whose each part of a cell's metadata is: all is the lesson's, but progress and what other tools keep. */

import { METADATA_KEY, type EarlierProgress, type KeptMetadata } from '../metadata.js';
import { hasWork, isAnswer, LEARNERS, type LessonCell } from './lesson-cell.js';
import { isObject, omit, type JsonObject } from './records.js';

const NBGRADER = 'nbgrader';
/** What of a cell is set by its lesson, beside tags. */
const LESSONS = [METADATA_KEY, NBGRADER, 'editable', 'deletable'];
const LESSONS_TAGS = ['raises-exception'];

/** `outdated`: the version that the learner's progress was about, where it no longer counts; else `null`. */
export function mergeMetadata(
  mine: LessonCell,
  theirs: LessonCell,
  outdated: string | null
): JsonObject {
  const tags = [...new Set([...tagsOf(theirs), ...without(tagsOf(mine), LESSONS_TAGS)])];
  return {
    ...omit(mine.metadata, [...LESSONS, 'tags']),
    ...theirs.metadata,
    ...(tags.length > 0 && { tags }),
    [METADATA_KEY]: { ...omit(theirs.lectern ?? {}, LEARNERS), ...learners(mine, outdated) }
  };
}

function learners(mine: LessonCell, outdated: string | null): JsonObject {
  const progress = mine.lectern?.['progress'];
  const known = mine.lectern?.['earlier'];
  const earlier = Array.isArray(known) ? known.filter(isObject) : [];
  if (outdated === null || !(hasAnswer(mine) || progress !== undefined)) {
    return {
      ...(progress !== undefined && { progress }),
      ...(earlier.length > 0 && { earlier })
    };
  }
  const entry: EarlierProgress = { version: outdated, ...(progress !== undefined && { progress }) };
  return { earlier: [...earlier, entry] };
}

/** Whether there is an answer whose verdict could stop to count: to a challenge, or to a quiz. */
export function hasAnswer(cell: LessonCell): boolean {
  return hasWork(cell) && (isAnswer(cell) || cell.lectern?.['progress'] !== undefined);
}

/** The metadata of a cell that is no longer the lesson's. */
export function keptMetadata(
  { metadata, lectern }: LessonCell,
  reason: KeptMetadata['reason'],
  version: string
): JsonObject {
  const progress = lectern?.['progress'];
  const kept: KeptMetadata = {
    kind: 'kept',
    reason,
    version,
    // In a conflict it stays with the lesson's cell.
    ...(progress !== undefined && reason !== 'conflict' && { progress })
  };
  return { ...omit(metadata, LESSONS), [METADATA_KEY]: kept };
}

function tagsOf({ metadata }: LessonCell): string[] {
  const tags = metadata['tags'];
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
}

function without(values: readonly string[], unwanted: readonly string[]): string[] {
  return values.filter((value) => !unwanted.includes(value));
}
