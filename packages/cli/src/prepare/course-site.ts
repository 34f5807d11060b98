/** A course folder to a static site: read, prepare every lesson, write. */

import { basename, dirname, join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lesson } from '@lectern/lesson';
import type { LessonLink } from '@lectern/notebook';
import { readCourse, type CourseLesson, type ReadCourse } from '../course/read-course.js';
import { buildSite, definitionsOf, type SiteCourse, type SiteLesson } from '../site/index.js';
import { endProgress, progress, type LocatedDiagnostic } from '../terminal.js';
import { withSandbox } from './lazy-sandbox.js';
import { gradingCache, notebookText, prepareLesson } from './prepare-lesson.js';

export interface CourseSite {
  lessons: number;
  challenges: number;
  diagnostics: LocatedDiagnostic[];
}

/**
 * @param options `live` for a site that is rebuilt while it is served
 * @throws {CommandError | SiteError}
 */
export async function buildCourseSite(
  coursePath: string,
  output: string,
  { live = false } = {}
): Promise<CourseSite> {
  const read = await readCourse(coursePath);
  const { lessons, diagnostics } = await prepareAll(read);
  progress('Writing the site …');
  await buildSite({
    shell: SHELL,
    output,
    course: siteCourse(read, coursePath),
    lessons,
    files: read.files.map((path) => ({ path, source: join(read.root, path) })),
    live
  });
  endProgress();
  return {
    lessons: lessons.length,
    challenges: read.lessons.reduce((sum, { lesson }) => sum + lesson.challenges.length, 0),
    diagnostics
  };
}

/** The part of a site that does not depend on the course; made when this package is built. */
const SHELL = fileURLToPath(new URL('../../shell', import.meta.url));

async function prepareAll(
  read: ReadCourse
): Promise<{ lessons: SiteLesson[]; diagnostics: LocatedDiagnostic[] }> {
  const cache = gradingCache();
  const lessons: SiteLesson[] = [];
  const diagnostics: LocatedDiagnostic[] = read.diagnostics.map((diagnostic) => ({
    ...diagnostic,
    path: join(read.root, diagnostic.path)
  }));
  await withSandbox(
    async (sandbox) => {
      for (const [index, { lesson, path }] of read.lessons.entries()) {
        const place = `${index + 1}/${read.lessons.length} ${path}`;
        progress(place);
        const prepared = await prepareLesson(lesson, sandbox, {
          cache,
          onChallenge: (id) => progress(`${place}: running the solution of ${id} …`)
        });
        diagnostics.push(
          ...prepared.diagnostics.map((diagnostic) => ({
            ...diagnostic,
            path: join(read.root, path)
          }))
        );
        lessons.push({
          lesson,
          path: notebookPath({ lesson, path }),
          notebook: notebookText(prepared, buildsOn(lesson, path, read.lessons)),
          definitions: definitionsOf(lesson)
        });
      }
    },
    { spares: true }
  );
  return { lessons, diagnostics };
}

/** Beside where the source stands, so that its links to pictures and data hold. */
export function notebookPath({ lesson, path }: Pick<CourseLesson, 'lesson' | 'path'>): string {
  const folder = posix.dirname(path);
  const name = posix.basename(path);
  const stem = name === 'lesson.md' ? lesson.id : name.replace(/\.(md|markdown)$/i, '');
  return posix.join(folder, `${stem}.ipynb`);
}

/** Of the prerequisites those that the course holds. */
function buildsOn(lesson: Lesson, path: string, all: readonly CourseLesson[]): LessonLink[] {
  return lesson.prerequisites.flatMap((id) => {
    const other = all.find((candidate) => candidate.lesson.id === id);
    if (other === undefined) return [];
    const href = posix.relative(posix.dirname(path), notebookPath(other));
    return [{ title: other.lesson.title, href }];
  });
}

function siteCourse({ course, lessons }: ReadCourse, path: string): SiteCourse {
  const folder = resolve(path);
  const single = lessons.length === 1 ? lessons[0]?.lesson.title : undefined;
  return {
    title: course.title ?? single ?? basename(folder.endsWith('.md') ? dirname(folder) : folder),
    description: course.description,
    language: course.language,
    modules: course.modules
  };
}
