/** What can be upgraded: a notebook of Lectern's, by a newer one of the same lesson. */

import type { INotebookContent } from '@jupyterlab/nbformat';
import { METADATA_KEY } from '../metadata.js';
import { asObject, asText, isObject } from './records.js';

/** The message is a sentence's end: what the notebook "is", and what to do. */
export class UpgradeError extends Error {
  override name = 'UpgradeError';
}

export interface LessonIdentity {
  id: string;
  version: string;
  /** `null`: not said. */
  edition: string | null;
}

/** Which lesson a notebook was made from; `null` where it was made from none. */
export function lessonOf(notebook: unknown): LessonIdentity | null {
  const lectern = asObject(asObject(asObject(notebook)['metadata'])[METADATA_KEY]);
  const lesson = asObject(lectern['lesson']);
  const id = asText(lesson['id']);
  if (id === null || id === '') return null;
  return {
    id,
    version: asText(lesson['version']) ?? 'unknown',
    edition: asText(lectern['edition'])
  };
}

/** @throws {UpgradeError} unless `old` is a notebook that was made from a lesson. */
function requireLesson(old: unknown): LessonIdentity {
  if (!isObject(old) || !Array.isArray(old['cells'])) {
    throw new UpgradeError('is not a notebook. Name a .ipynb file.');
  }
  if (old['nbformat'] !== 4) {
    const format = typeof old['nbformat'] === 'number' ? ` (${old['nbformat']})` : '';
    throw new UpgradeError(
      `is not in nbformat 4${format}. Open it in Jupyter, save it, and try again.`
    );
  }
  const lesson = lessonOf(old);
  if (lesson === null) {
    throw new UpgradeError(
      'does not say which lesson it was made from, so it cannot be upgraded. Make a new notebook of the lesson, and copy your work into it.'
    );
  }
  return lesson;
}

/** @throws {UpgradeError} unless `old` is a notebook of the lesson that `fresh` is of, for the same readers. */
export function requireSameLesson(
  notebook: unknown,
  fresh: INotebookContent
): { old: LessonIdentity; fresh: LessonIdentity } {
  const [old, lesson] = [requireLesson(notebook), requireLesson(fresh)];
  if (lesson.id !== old.id) {
    throw new UpgradeError(
      `is of the lesson "${old.id}", and the new one is "${lesson.id}". Name the lesson that it was made from.`
    );
  }
  if (old.edition !== null && lesson.edition !== null && old.edition !== lesson.edition) {
    throw new UpgradeError(
      `is a notebook for the ${old.edition}, and the new one is for the ${lesson.edition}. Take one of the same edition.`
    );
  }
  return { old, fresh: lesson };
}
