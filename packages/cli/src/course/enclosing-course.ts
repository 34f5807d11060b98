/** The course that a lesson's file lies in: its defaults decide, for one, whether learners get the solutions. */

import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseCourse, type Course } from '@lectern/lesson';
import { readText } from '../files.js';

/** Of the nearest folder above with a `course.yml`; `undefined` where there is none. */
export async function enclosingCourse(lessonPath: string): Promise<Course | undefined> {
  let folder = dirname(resolve(lessonPath));
  for (;;) {
    const settings = join(folder, 'course.yml');
    if (existsSync(settings)) return parseCourse(await readText(settings)).course;
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}
