/** A case is a folder: `input.md`, the `lesson.json` it becomes, and `defaults.json` where a course has a say. `UPDATE=1` rewrites the expectation. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Lesson, LessonDefaults } from './index.js';
import { parseLesson } from './index.js';

const CASES = new URL('../test/cases/', import.meta.url);

describe('a lesson', () => {
  for (const name of readdirSync(CASES)) {
    it(`is read: ${name}`, () => {
      const folder = new URL(`${name}/`, CASES);
      const text = readFileSync(new URL('input.md', folder), 'utf8');
      const defaultsFile = new URL('defaults.json', folder);
      const defaults = existsSync(defaultsFile)
        ? (JSON.parse(readFileSync(defaultsFile, 'utf8')) as LessonDefaults)
        : {};
      const actual = print(parseLesson(text, { path: `${name}/lesson.md`, defaults }));
      const expected = new URL('lesson.json', folder);
      if (process.env['UPDATE'] === '1') writeFileSync(expected, actual);
      expect(actual).toBe(readFileSync(expected, 'utf8'));
    });
  }
});

/** Ranges as `line:column-line:column`; offsets are tested by `source-text.test.ts`. */
function print(lesson: Lesson): string {
  const short = (key: string, value: unknown): unknown => {
    if (key !== 'range' || value === null) return value;
    const { start, end } = value as Lesson['diagnostics'][number]['range'];
    return `${start.line}:${start.column}-${end.line}:${end.column}`;
  };
  return `${JSON.stringify(lesson, short, 2)}\n`;
}
