/** `lectern import` as a person meets it: files, mistakes, and drafts that become notebooks whose code runs. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseLesson } from '@lectern/lesson';
import { serializeNotebook, toNotebook } from '@lectern/notebook';
import { describe, expect, it } from 'vitest';
import { runLectern, temporaryFolder } from '../testing/run-lectern.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const CASES = join(ROOT, 'packages/lesson/test/import');

const PAGE = '<title>Odds</title><nav>Home</nav><main><h1>Odds</h1><p>Costs $5.</p></main>';

function folderWith(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('import', () => {
  it('writes a draft beside the file, and prints every guess with its place', async () => {
    const cwd = folderWith({ 'page.html': PAGE });
    const { code, stdout, stderr } = await runLectern(['import', 'page.html'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe('');
    expect(readFileSync(join(cwd, 'page.lesson.md'), 'utf8')).toBe(
      '---\nid: odds\ntitle: Odds\n---\n\n# Odds\n\nCosts \\$5.\n'
    );
    expect(stderr).toContain('page.lesson.md:6:1 warning import/left-out\n');
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(
      'Wrote page.lesson.md: 3 guesses, 1 for you to settle.'
    );
  });

  it('writes to standard output, a file that is named, or a folder', async () => {
    const cwd = folderWith({ 'a.md': '# A\n', 'b.txt': 'B\n' });
    const draft = '---\nid: a\ntitle: A\n---\n\n# A\n';
    expect((await runLectern(['import', 'a.md', '-o', '-'], { cwd })).stdout).toBe(draft);
    expect((await runLectern(['import', 'a.md', '-o', 'lesson.md'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'lesson.md'), 'utf8')).toBe(draft);
    expect((await runLectern(['import', 'a.md', 'b.txt', '-o', 'drafts'], { cwd })).code).toBe(0);
    expect(readdirSync(join(cwd, 'drafts'))).toEqual(['a.lesson.md', 'b.lesson.md']);
  });

  it('overwrites with --force only', async () => {
    const cwd = folderWith({ 'a.md': '# A\n', 'a.lesson.md': 'work' });
    expect((await runLectern(['import', 'a.md'], { cwd })).code).toBe(2);
    expect(readFileSync(join(cwd, 'a.lesson.md'), 'utf8')).toBe('work');
    expect((await runLectern(['import', 'a.md', '--force'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'a.lesson.md'), 'utf8')).toContain('# A');
  });

  it.each([
    [['nowhere.md'], 'nowhere.md: no such file or folder'],
    [['folder'], 'folder: is a folder, and a file is wanted'],
    [['a.md', 'nowhere.md', '-o', 'out'], 'nowhere.md: no such file or folder'],
    [['a.md', 'a.txt'], 'a.md and a.txt would both become a.lesson.md.'],
    [['a.md', 'b.md', '-o', 'c.md'], 'c.md: is a file; name a folder for 2 drafts.'],
    [['a.md', 'b.md', '-o', '-'], 'only one file can be imported to standard output.'],
    [['a.md', '-o', 'c.md'], 'c.md: exists. Name another file with -o, or say --force.'],
    [['a.md', '--as', 'pdf'], 'Allowed choices are markdown, html, text.']
  ])('%j is one line, exit code 2, and nothing written', async (args, message) => {
    const cwd = folderWith({ 'a.md': '# A\n', 'a.txt': 'A\n', 'b.md': '# B\n', 'c.md': 'kept' });
    mkdirSync(join(cwd, 'folder'));
    const before = readdirSync(cwd);
    const { code, stdout, stderr } = await runLectern(['import', ...args], { cwd });
    expect(stderr.trimEnd()).toMatch(/^lectern: .*$/);
    expect(stderr).toContain(message);
    expect({ code, stdout, files: readdirSync(cwd) }).toEqual({
      code: 2,
      stdout: '',
      files: before
    });
  });
});

describe('drafts', () => {
  const names = readdirSync(CASES);
  const python = process.env['LECTERN_PYTHON'] ?? join(ROOT, '.venv-tests/bin/python');

  it(
    'become notebooks that Jupyter finds valid, and whose code runs',
    { timeout: 120_000 },
    async () => {
      expect(
        existsSync(python),
        `${python} is missing: run \`npm test\` once, which makes it`
      ).toBe(true);
      const cwd = temporaryFolder();
      for (const name of names) {
        const input =
          readdirSync(join(CASES, name)).find((file) => file.startsWith('input.')) ?? '';
        const { code } = await runLectern(
          ['import', join(CASES, name, input), '-o', join(cwd, `${name}.md`)],
          { cwd }
        );
        expect(code).toBe(0);
        const lesson = parseLesson(readFileSync(join(cwd, `${name}.md`), 'utf8'), { path: name });
        const notebook = toNotebook(lesson, { edition: 'student', grading: new Map() });
        writeFileSync(join(cwd, `${name}.ipynb`), serializeNotebook(notebook));
      }
      const script = fileURLToPath(new URL('../../test/run_notebooks.py', import.meta.url));
      const notebooks = names.map((name) => join(cwd, `${name}.ipynb`));
      const { stdout, stderr } = spawnSync(python, [script, ...notebooks], { encoding: 'utf8' });
      expect(stderr).toBe('');
      const lines = stdout.trim().split('\n');
      expect(lines.map((line) => basename(line.split(':')[0] ?? '', '.ipynb'))).toEqual(names);
      // The code that these hold in one piece is found, and runs.
      for (const name of ['plain', 'slides', 'chat', 'wiki-page']) {
        expect(stdout).toMatch(new RegExp(`${name}\\.ipynb: valid, [1-9]\\d* cells? ran`));
      }
    }
  );
});
