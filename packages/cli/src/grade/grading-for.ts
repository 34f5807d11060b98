/** What submissions are graded by: everything that the course has, under the seed of this run. */

import { createHash } from 'node:crypto';
import type { Sandbox } from '@lectern/grader';
import type { Lesson } from '@lectern/lesson';
import type { ContentCache } from '../content-cache.js';
import type { ReadCourse } from '../course/read-course.js';
import { prepareLesson, type PreparedLesson } from '../prepare/prepare-lesson.js';

/** A lesson's grading data. `_seed`: of what learners' copies do not hold. */
export function gradingFor(
  lesson: Lesson,
  _seed: string,
  options: { sandbox: () => Sandbox; cache: ContentCache; onChallenge: (id: string) => void }
): Promise<PreparedLesson> {
  const { sandbox, ...rest } = options;
  return prepareLesson(lesson, sandbox, rest);
}

/** Of all that authors wrote and learners' copies do not hold whole. */
export function courseHash({ course, lessons }: ReadCourse): string {
  const sources = lessons.map(({ path, text, lesson }) => [
    path,
    text,
    lesson.challenges.map(({ accepted, rejected }) =>
      [...accepted, ...rejected].map(({ source }) => source)
    )
  ]);
  return createHash('sha256')
    .update(JSON.stringify([course, sources]))
    .digest('hex');
}

/** The same for the same course; not to be guessed from any lesson's public seed. */
export function defaultSeed(hash: string): string {
  return createHash('sha256').update(`lectern grade ${hash}`).digest('hex').slice(0, 16);
}
