/** The checks of a lesson's challenges as Python, for the graders of others. */

import { nbgraderChallenge, showsExpectedOutput, type GradingData } from '@lectern/grader';
import { nbgraderPrelude } from '@lectern/grader/node';
import type { NbgraderChecks } from '@lectern/notebook';

export function pythonChecks(grading: ReadonlyMap<string, GradingData>): {
  checks: NbgraderChecks;
  showExpectedOutput: (id: string) => boolean;
} {
  const challenges = [...grading].map(([id, data]) => [id, nbgraderChallenge(data)] as const);
  return {
    checks: { prelude: nbgraderPrelude(), challenges: new Map(challenges) },
    showExpectedOutput: (id) => showsExpectedOutput(grading.get(id))
  };
}
