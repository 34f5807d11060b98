/** The checks of a lesson's challenges as Python, for the graders of others. */

import { nbgraderChallenge, showsExpectedOutput } from '@lectern/grader';
import { nbgraderPrelude } from '@lectern/grader/node';
import type { NbgraderChecks } from '@lectern/notebook';
import type { PreparedLesson } from '../prepare/prepare-lesson.js';

export function pythonChecks({ grading, full }: Pick<PreparedLesson, 'grading' | 'full'>): {
  checks: NbgraderChecks;
  showExpectedOutput: (id: string) => boolean;
} {
  const challenges = [...grading].map(
    ([id, student]) => [id, nbgraderChallenge(full.get(id) ?? student, student)] as const
  );
  return {
    checks: { prelude: nbgraderPrelude(), challenges: new Map(challenges) },
    showExpectedOutput: (id) => showsExpectedOutput(grading.get(id))
  };
}
