/** A lesson made ready to hand out: its challenges' grading data derived, its notebook written. */

import {
  deriveGradingData,
  showsExpectedOutput,
  type GradingData,
  type Sandbox
} from '@lectern/grader';
import type { Diagnostic, Lesson } from '@lectern/lesson';
import { serializeNotebook, toNotebook } from '@lectern/notebook';
import { GradingCache } from './grading-cache.js';

export interface PreparedLesson {
  lesson: Lesson;
  /** By challenge id. */
  grading: Map<string, GradingData>;
  /** Of the parse and of the derivation, in the order of the text. */
  diagnostics: Diagnostic[];
}

/** `onChallenge` is told before each challenge that has to be run. */
export async function prepareLesson(
  lesson: Lesson,
  sandbox: () => Sandbox,
  {
    cache = new GradingCache(),
    onChallenge = () => undefined,
    only
  }: { cache?: GradingCache; onChallenge?: (id: string) => void; only?: string } = {}
): Promise<PreparedLesson> {
  const grading = new Map<string, GradingData>();
  const diagnostics = [...lesson.diagnostics];
  for (const challenge of lesson.challenges) {
    if (only !== undefined && challenge.id !== only) continue;
    const derived = await cache.get(challenge, lesson.sha256, () => {
      onChallenge(challenge.id);
      return deriveGradingData(challenge, { sandbox: sandbox(), sha256: lesson.sha256 });
    });
    grading.set(challenge.id, derived.data);
    diagnostics.push(...derived.diagnostics);
  }
  diagnostics.sort((left, right) => left.range.start.offset - right.range.start.offset);
  return { lesson, grading, diagnostics };
}

/** The student's notebook. */
export function notebookText({ lesson, grading }: PreparedLesson): string {
  const notebook = toNotebook(lesson, {
    edition: 'student',
    grading,
    showExpectedOutput: (id) => showsExpectedOutput(grading.get(id))
  });
  return serializeNotebook(notebook);
}
