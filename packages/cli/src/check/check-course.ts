/** Checks a course, or one lesson: reads it, runs what can be run, and says what is wrong where. */

import { relative, join } from 'node:path';
import type { ChallengeProof, Sandbox } from '@lectern/grader';
import type { Diagnostic } from '@lectern/lesson';
import { ContentCache } from '../content-cache.js';
import { readCourse, type CourseLesson, type ReadCourse } from '../course/read-course.js';
import { checkAnswers } from './check-answers.js';
import { checkCells } from './check-cells.js';
import { checkLinks } from './check-links.js';
import { checkDiagnostic } from './rules.js';
import { proveChallenges, type ProveOptions } from './prove-challenges.js';

export interface LessonReport {
  /** As the user would name it from here. */
  file: string;
  id: string;
  /** In the order of the text. */
  diagnostics: Diagnostic[];
  challenges: ChallengeProof[];
}

export interface CourseReport {
  lessons: LessonReport[];
  /** Of `course.yml`. */
  settings: { file: string; diagnostics: Diagnostic[] };
}

export interface CheckOptions {
  sandbox: () => Sandbox;
  /** A Python of the machine's own to compare with; `null` where none is new enough. */
  cpython: ProveOptions['cpython'];
  /** Lessons at a time. */
  jobs: number;
  onProgress: (text: string) => void;
}

/** @throws {CommandError | SandboxError} */
export async function checkCourse(path: string, options: CheckOptions): Promise<CourseReport> {
  const read = await readCourse(path);
  const ofCourse = [...read.diagnostics, ...duplicateChallenges(read.lessons)];
  const lessons = await pooled(read.lessons, options.jobs, async (entry, index) => {
    const place = `${index + 1}/${read.lessons.length} ${entry.path}`;
    options.onProgress(place);
    const report = await checkLesson(entry, read, {
      ...options,
      onProgress: (what) => options.onProgress(`${place}: ${what}`)
    });
    const own = ofCourse.filter(({ path }) => path === entry.path);
    report.diagnostics.push(...own.map(({ path: _, ...diagnostic }) => diagnostic));
    report.diagnostics.sort((left, right) => left.range.start.offset - right.range.start.offset);
    return report;
  });
  return {
    lessons,
    settings: {
      file: named(join(read.root, 'course.yml')),
      diagnostics: read.diagnostics
        .filter((diagnostic) => diagnostic.path === 'course.yml')
        .map(({ path: _, ...diagnostic }) => diagnostic)
    }
  };
}

async function checkLesson(
  { lesson, path, text }: CourseLesson,
  { root }: ReadCourse,
  options: CheckOptions
): Promise<LessonReport> {
  const file = join(root, path);
  const { diagnostics: parsed, ...content } = lesson;
  const cache = new ContentCache('check');
  const ran = await cache.get([content, options.cpython?.version ?? null], async () => {
    options.onProgress('running its cells …');
    const cells = await checkCells(lesson, options.sandbox);
    const { proofs, diagnostics } = await proveChallenges(lesson, options);
    return { proofs, diagnostics: [...cells, ...diagnostics] };
  });
  const links = await checkLinks(text, file, root);
  return {
    file: named(file),
    id: lesson.id,
    diagnostics: [...parsed, ...(await checkAnswers(lesson, file)), ...links, ...ran.diagnostics],
    challenges: ran.proofs
  };
}

function named(file: string): string {
  const path = relative('.', file);
  return path.startsWith('..') ? file : path;
}

/** A gradebook, and a learner, know a challenge by its id. */
function duplicateChallenges(lessons: readonly CourseLesson[]): (Diagnostic & { path: string })[] {
  const first = new Map<string, string>();
  return lessons.flatMap(({ lesson, path }) =>
    lesson.challenges.flatMap(({ id, range }) => {
      const other = first.get(id);
      if (other === undefined) first.set(id, path);
      if (other === undefined || other === path) return [];
      const diagnostic = checkDiagnostic(
        'course/duplicate-challenge-id',
        range,
        `The id \`${id}\` is that of a challenge in ${other} already.`,
        'Give each challenge of a course an id of its own.'
      );
      return [{ ...diagnostic, path }];
    })
  );
}

/** Results in order, at most `jobs` at a time. */
async function pooled<T, R>(
  items: readonly T[],
  jobs: number,
  work: (item: T, index: number) => Promise<R>
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as T, index);
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return results;
}
