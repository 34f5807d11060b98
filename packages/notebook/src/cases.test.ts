/**
 * A case is a folder: `input.md`, the `notebook.ipynb` that it becomes, and `options.json` where the defaults do not do.
 * `UPDATE=1` rewrites the expectation. Jupyter's own library then reads every one of them.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseLesson } from '@lectern/lesson';
import { describe, expect, it } from 'vitest';
import type { Edition } from './index.js';
import { serializeNotebook, toNotebook } from './index.js';

const CASES = new URL('../test/cases/', import.meta.url);
const names = readdirSync(CASES);

interface Options {
  edition?: Edition;
  grading?: Record<string, unknown>;
  showExpectedOutput?: boolean;
}

function build(name: string): string {
  const folder = new URL(`${name}/`, CASES);
  const file = new URL('options.json', folder);
  const options = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Options) : {};
  const lesson = parseLesson(readFileSync(new URL('input.md', folder), 'utf8'), { path: name });
  const notebook = toNotebook(lesson, {
    edition: options.edition ?? 'student',
    grading: new Map(Object.entries(options.grading ?? {})),
    showExpectedOutput: () => options.showExpectedOutput ?? false
  });
  return serializeNotebook(notebook);
}

describe('a lesson becomes a notebook', () => {
  it.each(names)('%s', (name) => {
    const actual = build(name);
    const expected = new URL(`${name}/notebook.ipynb`, CASES);
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
    const files = names.map((name) => fileURLToPath(new URL(`${name}/notebook.ipynb`, CASES)));
    const { stdout, stderr } = spawnSync(python, [script, ...files], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.trim()).toBe(`${files.length} valid`);
  });
});
