/**
 * A case is a folder: `input.md`, the `lesson.json` it becomes, and the `notebook.ipynb` that this becomes (a test of
 * the notebook package). Where a course has a say there is its `course.yml`, and the `course.json` it becomes.
 * `UPDATE=1` rewrites the expectations.
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCourse, parseLesson } from './index.js';

const CASES = new URL('../test/cases/', import.meta.url);
const names = readdirSync(CASES);

function hold(expected: URL, actual: string): void {
  if (process.env['UPDATE'] === '1') writeFileSync(expected, actual);
  expect(actual).toBe(readFileSync(expected, 'utf8'));
}

const courseOf = (folder: URL): ReturnType<typeof parseCourse> | null => {
  const file = new URL('course.yml', folder);
  return existsSync(file) ? parseCourse(readFileSync(file, 'utf8')) : null;
};

describe('a lesson', () => {
  it.each(names)('is read: %s', (name) => {
    const folder = new URL(`${name}/`, CASES);
    const course = courseOf(folder)?.course;
    const lesson = parseLesson(readFileSync(new URL('input.md', folder), 'utf8'), {
      path: `${name}/lesson.md`,
      defaults: course?.defaults,
      modules: course?.modules.map(({ id }) => id)
    });
    hold(new URL('lesson.json', folder), print(lesson));
  });
});

describe('a course', () => {
  it.each(names.filter((name) => courseOf(new URL(`${name}/`, CASES)) !== null))(
    'is read: %s',
    (name) => {
      const folder = new URL(`${name}/`, CASES);
      hold(new URL('course.json', folder), print(courseOf(folder)));
    }
  );
});

/** Ranges as `line:column-line:column`; offsets are tested by `source-text.test.ts`. */
function print(value: unknown): string {
  const short = (key: string, inner: unknown): unknown => {
    if (key !== 'range' || inner === null) return inner;
    const { start, end } = inner as ReturnType<typeof parseLesson>['diagnostics'][number]['range'];
    return `${start.line}:${start.column}-${end.line}:${end.column}`;
  };
  return `${JSON.stringify(value, short, 2)}\n`;
}
