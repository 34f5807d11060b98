/** A lesson made ready to hand out: its challenges' grading data derived, its notebook written. */

import {
  GRADING_FORMAT,
  deriveGradingData,
  showsExpectedOutput,
  type Derived,
  type GradingData,
  type Sandbox
} from '@lectern/grader';
import type { Challenge, Diagnostic, Lesson } from '@lectern/lesson';
import { serializeNotebook, toNotebook, type LessonLink } from '@lectern/notebook';
import { ContentCache } from '../content-cache.js';

export interface PreparedLesson {
  lesson: Lesson;
  /** What the student's edition holds, by challenge id. */
  grading: Map<string, GradingData>;
  /** With the withheld tests. */
  full: Map<string, GradingData>;
  /** Of the parse and of the derivation, in the order of the text. */
  diagnostics: Diagnostic[];
}

/** Of grading data. */
export function gradingCache(): ContentCache {
  return new ContentCache('grading');
}

/** `onChallenge` is told before each challenge that has to be run. */
export async function prepareLesson(
  lesson: Lesson,
  sandbox: () => Sandbox,
  {
    cache = gradingCache(),
    onChallenge = () => undefined,
    only
  }: { cache?: ContentCache; onChallenge?: (id: string) => void; only?: string } = {}
): Promise<PreparedLesson> {
  const grading = new Map<string, GradingData>();
  const full = new Map<string, GradingData>();
  const diagnostics = [...lesson.diagnostics];
  for (const challenge of lesson.challenges) {
    if (only !== undefined && challenge.id !== only) continue;
    const derived = await derivedFor(challenge, lesson, { sandbox, cache, onChallenge });
    grading.set(challenge.id, derived.data);
    full.set(challenge.id, derived.full);
    diagnostics.push(...derived.diagnostics);
  }
  diagnostics.sort((left, right) => left.range.start.offset - right.range.start.offset);
  return { lesson, grading, full, diagnostics };
}

/** A challenge's grading data: what is kept, or else derived now. */
export function derivedFor(
  challenge: Challenge,
  { sha256 }: Lesson,
  {
    sandbox,
    cache = gradingCache(),
    onChallenge
  }: { sandbox: () => Sandbox; cache?: ContentCache; onChallenge: (id: string) => void }
): Promise<Derived> {
  return cache.get([GRADING_FORMAT, sha256, challenge], () => {
    onChallenge(challenge.id);
    return deriveGradingData(challenge, { sandbox: sandbox(), sha256 });
  });
}

/** The student's notebook. */
export function notebookText(
  { lesson, grading }: PreparedLesson,
  buildsOn: readonly LessonLink[] = []
): string {
  const notebook = toNotebook(lesson, {
    edition: 'student',
    grading,
    buildsOn,
    showExpectedOutput: (id) => showsExpectedOutput(grading.get(id))
  });
  return serializeNotebook(notebook);
}
