/** The course that a lesson's file lies in: its defaults decide, for one, whether learners get the solutions. */

import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseCourse, type LessonDefaults } from '@lectern/lesson';
import { readText } from '../files.js';

/** Of the nearest folder above with a `course.yml`; `undefined` where there is none. */
export async function enclosingDefaults(lessonPath: string): Promise<LessonDefaults | undefined> {
  let folder = dirname(resolve(lessonPath));
  for (;;) {
    const settings = join(folder, 'course.yml');
    if (existsSync(settings)) return parseCourse(await readText(settings)).course.defaults;
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}
