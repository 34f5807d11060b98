/** What submissions are graded by: everything that the course has, under the seed of this run. */

import { createHash } from 'node:crypto';
import { GRADING_FORMAT, withWithheldCalls, type GradingData, type Sandbox } from '@lectern/grader';
import type { Lesson } from '@lectern/lesson';
import type { ContentCache } from '../content-cache.js';
import type { ReadCourse } from '../course/read-course.js';
import { prepareLesson, type PreparedLesson } from '../prepare/prepare-lesson.js';

/** A lesson with all that it is graded by: withheld tests, and calls that nobody has seen. `seed` chooses these. */
export async function gradingFor(
  lesson: Lesson,
  seed: string,
  options: { sandbox: () => Sandbox; cache: ContentCache; onChallenge: (id: string) => void }
): Promise<PreparedLesson> {
  const { sandbox, cache, onChallenge } = options;
  const prepared = await prepareLesson(lesson, sandbox, { cache, onChallenge });
  const grading = new Map<string, GradingData>();
  for (const challenge of lesson.challenges) {
    const full = prepared.full.get(challenge.id);
    if (full === undefined) continue;
    const key = ['withheld', GRADING_FORMAT, lesson.sha256, challenge, seed];
    const data = await cache.get(key, () => {
      onChallenge(challenge.id);
      return withWithheldCalls(challenge, full, { sandbox: sandbox(), seed });
    });
    grading.set(challenge.id, data);
  }
  return { ...prepared, grading, full: grading };
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
