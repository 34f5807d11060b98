/** One lesson from a file: its text, and the accepted and rejected answers that lie beside it. */

import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseLesson, type Answer, type Course, type Lesson } from '@lectern/lesson';
import { EXPERIMENTS } from '@lectern/preference/experiments';
import { readText } from '../files.js';
import { enclosingCourse } from './enclosing-course.js';

const experiments = Object.keys(EXPERIMENTS);

/**
 * Without `course`, the one that the file lies in counts.
 * @throws {CommandError} where the file cannot be read as text.
 */
export async function readLesson(path: string, course?: Course): Promise<Lesson> {
  return parseSource(path, await readText(path), course);
}

/** A lesson whose text has been read. */
export async function parseSource(path: string, text: string, course?: Course): Promise<Lesson> {
  const around = course ?? (await enclosingCourse(path));
  const modules = around?.modules.map(({ id }) => id);
  const lesson = parseLesson(text, { path, defaults: around?.defaults, modules, experiments });
  if (basename(path) === 'lesson.md') await addAnswers(lesson, dirname(path));
  return lesson;
}

/** `accepted/<challengeId>/*.py` and `rejected/…` mean the same as the parts of that name. */
async function addAnswers(lesson: Lesson, folder: string): Promise<void> {
  for (const challenge of lesson.challenges) {
    for (const kind of ['accepted', 'rejected'] as const) {
      const answers = join(folder, kind, challenge.id);
      for (const name of await pythonFiles(answers)) {
        const source = await readText(join(answers, name));
        challenge[kind].push({ ...toAnswer(source), file: `${kind}/${challenge.id}/${name}` });
      }
    }
  }
}

async function pythonFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.py')).sort();
  } catch {
    return [];
  }
}

/** A first line `# message: …` is what the learner should be told. */
function toAnswer(source: string): Answer {
  const message = /^#\s*message:\s*(.+?)\s*(?:\r?\n|$)/.exec(source)?.[1] ?? null;
  return { source, message, range: null };
}
