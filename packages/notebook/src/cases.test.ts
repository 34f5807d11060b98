/**
 * A case is a folder: `input.md`, the `notebook.ipynb` that it becomes, `course.yml` where a course has a say, and
 * `options.json` where the defaults do not do. Those of the lesson package, one a row of the lesson format, are cases
 * here too. `UPDATE=1` rewrites the expectation. Jupyter's own library then reads every one of them.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseCourse, parseLesson } from '@lectern/lesson';
import { describe, expect, it } from 'vitest';
import type { Edition } from './index.js';
import { serializeNotebook, toNotebook } from './index.js';

const folders = ['../test/cases/', '../../lesson/test/cases/'].flatMap((path) => {
  const base = new URL(path, import.meta.url);
  return readdirSync(base).map((name) => ({ name, folder: new URL(`${name}/`, base) }));
});

interface Options {
  edition?: Edition;
  grading?: Record<string, unknown>;
  showExpectedOutput?: boolean;
}

function build(name: string, folder: URL): string {
  const read = (file: string): string | null => {
    const url = new URL(file, folder);
    return existsSync(url) ? readFileSync(url, 'utf8') : null;
  };
  const options = JSON.parse(read('options.json') ?? '{}') as Options;
  const { defaults } = parseCourse(read('course.yml') ?? '').course;
  const lesson = parseLesson(read('input.md') ?? '', { path: `${name}/lesson.md`, defaults });
  const notebook = toNotebook(lesson, {
    edition: options.edition ?? 'student',
    grading: new Map(Object.entries(options.grading ?? {})),
    showExpectedOutput: () => options.showExpectedOutput ?? false
  });
  return serializeNotebook(notebook);
}

describe('a lesson becomes a notebook', () => {
  it.each(folders)('$name', ({ name, folder }) => {
    const actual = build(name, folder);
    const expected = new URL('notebook.ipynb', folder);
    if (process.env['UPDATE'] === '1') writeFileSync(expected, actual);
    expect(actual).toBe(readFileSync(expected, 'utf8'));
  });

  it('that Jupyter finds valid, and would write byte for byte', { timeout: 60_000 }, () => {
    const root = fileURLToPath(new URL('../../../', import.meta.url));
    const python = process.env['LECTERN_PYTHON'] ?? `${root}.venv-tests/bin/python`;
    if (!existsSync(python)) {
      throw new Error(
        `${python} is missing: run \`npm test\` once, which makes it, or set LECTERN_PYTHON to a Python with nbformat.`
      );
    }
    const script = fileURLToPath(new URL('../test/validate.py', import.meta.url));
    const files = folders.map(({ folder }) => fileURLToPath(new URL('notebook.ipynb', folder)));
    const { stdout, stderr } = spawnSync(python, [script, ...files], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.trim()).toBe(`${files.length} valid`);
  });
});
