/** Lesson text to a notebook, in the page: parse, find out what to grade by, build. */

import type { Diagnostic, Lesson } from '@lectern/lesson';
import type { GradingData, Sandbox } from '@lectern/grader';

export interface BuiltLesson {
  /** The notebook's file: nbformat JSON. */
  notebook: string;
  diagnostics: Diagnostic[];
}

// The parser and the builder are loaded when a lesson is opened: learners, who open notebooks, never need them.

export async function parseLessonText(text: string, path: string): Promise<Lesson> {
  const { parseLesson } = await import('@lectern/lesson');
  return parseLesson(text, { path });
}

export async function buildLesson(lesson: Lesson, sandbox: Sandbox): Promise<BuiltLesson> {
  const [{ deriveGradingData, showsExpectedOutput }, { serializeNotebook, toNotebook }] =
    await Promise.all([import('@lectern/grader'), import('@lectern/notebook')]);
  const diagnostics = [...lesson.diagnostics];
  const grading = new Map<string, GradingData>();
  for (const challenge of lesson.challenges) {
    const derived = await deriveGradingData(challenge, { sandbox, sha256: lesson.sha256 });
    grading.set(challenge.id, derived.data);
    diagnostics.push(...derived.diagnostics);
  }
  const notebook = serializeNotebook(
    toNotebook(lesson, {
      edition: 'student',
      grading,
      showExpectedOutput: (id) => showsExpectedOutput(grading.get(id))
    })
  );
  return { notebook, diagnostics };
}
