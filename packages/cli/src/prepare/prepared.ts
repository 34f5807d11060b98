/** A lesson with its grading data, for the formats that hold checks. */

import type { Lesson } from '@lectern/lesson';
import { withSandbox } from './lazy-sandbox.js';
import { prepareLesson, type PreparedLesson } from './prepare-lesson.js';
import { endProgress, progress } from '../terminal.js';

export async function prepared(lesson: Lesson): Promise<PreparedLesson> {
  try {
    return await withSandbox((sandbox) =>
      prepareLesson(lesson, sandbox, {
        onChallenge: (id) => progress(`Running the solution of ${id} …`)
      })
    );
  } finally {
    endProgress();
  }
}
