/** How far a learner has come with a lesson, read from the notebook as it is kept in the browser. */

export interface LessonProgress {
  /** Challenges and quizzes that have passed. */
  done: number;
  total: number;
}

/** The cells that a learner can pass: `CellKind` in `packages/notebook/src/metadata.ts`. */
const PASSABLE: readonly unknown[] = ['challenge-answer', 'quiz'];

/** Anybody may have edited the file: what makes no sense counts as nothing done. */
export function lessonProgress(notebook: unknown): LessonProgress {
  const cells = field(notebook, 'cells');
  const records = (Array.isArray(cells) ? cells : [])
    .map((cell) => field(field(cell, 'metadata'), 'lectern'))
    .filter((record) => PASSABLE.includes(field(record, 'kind')));
  const passed = records.filter((record) => field(field(record, 'progress'), 'passed') === true);
  return { done: passed.length, total: records.length };
}

/** A lesson without anything to pass has been finished by opening it, for all that can be known. */
export function isFinished({ done, total }: LessonProgress): boolean {
  return done === total;
}

export function progressText({ done, total }: LessonProgress): string {
  if (total === 0) return 'Opened';
  if (done === 0) return 'Begun';
  return done === total ? 'Done' : `${done} of ${total} done`;
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<string, unknown>)[name];
}
