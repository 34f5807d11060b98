/** A course from a folder: its settings, its lessons in order, and the files that its lessons may use. */

import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  orderLessons,
  parseCourse,
  type Course,
  type Diagnostic,
  type Lesson
} from '@lectern/lesson';
import { CommandError, describeSystemError } from '../errors.js';
import { readText } from '../files.js';
import { MARKER_FILE } from '../site/index.js';
import { parseSource } from './read-lesson.js';

export interface CourseLesson {
  lesson: Lesson;
  /** Of its source, relative to the course, with forward slashes. */
  path: string;
  /** Its source. */
  text: string;
}

export interface ReadCourse {
  /** The folder that all paths are relative to. */
  root: string;
  course: Course;
  /** Prerequisites first, then by path. */
  lessons: CourseLesson[];
  /** Pictures, data and the like, relative to the root. */
  files: string[];
  /** Of the course as a whole; each lesson has its own. */
  diagnostics: (Diagnostic & { path: string })[];
}

/** Reads a folder, or a single lesson file as a course of one. @throws {CommandError} */
export async function readCourse(path: string): Promise<ReadCourse> {
  const isFile = await stat(path).then(
    (entry) => entry.isFile(),
    (error: unknown) => {
      throw describeSystemError(error, path);
    }
  );
  if (isFile && !isMarkdown(path)) {
    throw new CommandError(`${path}: is neither a folder of lessons nor a Markdown file.`);
  }
  const root = isFile ? dirname(path) : path;
  const { course, diagnostics } = await readSettings(root, isFile);
  const found = await filesBelow(root);
  const read: CourseLesson[] = [];
  for (const file of isFile ? [basename(path)] : found.filter(isMarkdown)) {
    const source = join(root, file);
    const text = await readText(source);
    const lesson = await parseSource(source, text, isFile ? undefined : course);
    if (isFile || isLesson(file, lesson)) read.push({ lesson, path: file, text });
  }
  const { ordered, diagnostics: ordering } = orderLessons(read);
  // What a lesson builds on is beside it, and not in this course of one.
  const ofCourse = ordering.filter(({ rule }) => !isFile || rule !== 'course/unknown-prerequisite');
  return {
    root,
    course,
    lessons: ordered,
    files: found.filter(isMaterial),
    diagnostics: [...diagnostics, ...ofCourse]
  };
}

async function readSettings(
  root: string,
  single: boolean
): Promise<Pick<ReadCourse, 'course' | 'diagnostics'>> {
  const path = join(root, 'course.yml');
  const exists =
    !single &&
    (await readFile(path).then(
      () => true,
      () => false
    ));
  const { course, diagnostics } = parseCourse(exists ? await readText(path) : '');
  return {
    course,
    diagnostics: diagnostics.map((diagnostic) => ({ path: 'course.yml', ...diagnostic }))
  };
}

/** Every file below, sorted, but for hidden ones and what only authors see. */
async function filesBelow(root: string): Promise<string[]> {
  const found: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    if (entries.some(({ name }) => name === MARKER_FILE)) return; // a site that was built into the course
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') || NEVER_SHIPPED.has(entry.name)) continue;
      if (entry.isDirectory()) await visit(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  await visit('');
  return found;
}

/** Model answers and foreseen wrong ones, and folders that are nobody's material. */
const NEVER_SHIPPED = new Set(['accepted', 'rejected', 'node_modules', '__pycache__']);

function isMarkdown(path: string): boolean {
  return /\.(md|markdown)$/i.test(path);
}

/** Markdown is never shipped as it is: a lesson's source holds its solutions. */
function isMaterial(path: string): boolean {
  return !isMarkdown(path) && path !== 'course.yml';
}

/** Every `lesson.md`, and every other Markdown file whose front matter has an `id`. */
function isLesson(path: string, lesson: Lesson): boolean {
  if (basename(path) === 'lesson.md') return true;
  return !lesson.diagnostics.some(({ rule }) => rule === 'front-matter/missing-id');
}
