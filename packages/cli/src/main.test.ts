/** The command as a person meets it: help, mistakes, exit codes. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runLectern, SAMPLE, temporaryFolder, TEST_DATA } from './testing/run-lectern.js';

const RIGHT = join(TEST_DATA, 'answers/taste-01-c1/right/completed-starter.py');
const WRONG = join(TEST_DATA, 'answers/taste-01-c1/wrong/only-at-the-start.py');

const COMMANDS = ['start', 'build', 'check', 'convert', 'import', 'try', 'upgrade'];

it.each(COMMANDS)('%s has help', async (command) => {
  const { code, stdout } = await runLectern([command, '--help']);
  expect(code).toBe(0);
  expect(stdout).toContain(`Usage: lectern ${command}`);
});

it('says what there is when asked for nothing', async () => {
  const { code, stdout } = await runLectern([]);
  expect(code).toBe(0);
  for (const command of COMMANDS) expect(stdout).toContain(command);
});

describe('a mistake is one line, exit code 2, and nothing written', () => {
  const folder = temporaryFolder();
  const latin1 = join(folder, 'latin1.md');
  writeFileSync(latin1, Buffer.from('# Caf\u00e9\n', 'latin1'));
  mkdirSync(join(folder, 'empty-folder'));
  const edited = join(folder, 'edited.ipynb');
  writeFileSync(edited, '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}');
  writeFileSync(join(folder, 'bad.json'), '[');
  writeFileSync(join(folder, 'none.json'), '{}');
  const before = readdirSync(folder);

  it.each([
    [['--bogus'], "unknown option '--bogus'"],
    [['bild'], "unknown command 'bild' (Did you mean build?)"],
    [['convert'], "missing required argument 'lesson'"],
    [['convert', 'nowhere.md'], 'nowhere.md: no such file or folder'],
    [['convert', 'empty-folder'], 'empty-folder: is a folder, and a file is wanted'],
    [['convert', 'latin1.md'], 'latin1.md: is not UTF-8 text. Save it as UTF-8.'],
    [['convert', SAMPLE, '-o', 'empty-folder'], 'empty-folder: is a folder, and a file is wanted'],
    [['convert', SAMPLE, '-o', 'edited.ipynb'], 'edited.ipynb: has work in it that would be lost.'],
    [['convert', SAMPLE, '--edition', 'x'], 'Allowed choices are student, instructor, print.'],
    [['convert', SAMPLE, '--to', 'myst', '-o', SAMPLE], 'is the lesson itself.'],
    [['convert', SAMPLE, '--solutions'], '--solutions belongs to --edition print.'],
    [['convert', 'edited.ipynb', '-o', 'x.md'], 'edited.ipynb: does not carry its lesson.'],
    [['convert', 'edited.ipynb', '--edition', 'student'], '--edition and --to need a lesson.'],
    [['convert', SAMPLE, '--to', 'x'], 'Allowed choices are myst, otter, jupyterquiz.'],
    [['convert', SAMPLE, '--to', 'jupyterquiz'], 'has no quizzes.'],
    [['convert', 'bad.json'], 'bad.json: is not valid JSON'],
    [['convert', 'none.json'], 'none.json: This is not a list of jupyterquiz questions.'],
    [['try', SAMPLE, 'taste-01-c2', RIGHT], 'has no challenge "taste-01-c2". It has: taste-01-c1.'],
    [['try', SAMPLE, 'taste-01-c1', 'nowhere.py'], 'nowhere.py: no such file or folder'],
    [['try', SAMPLE, 'taste-01-c1'], "missing required argument 'answer'"],
    [['build', 'nowhere'], 'nowhere: no such file or folder'],
    [
      ['build', 'empty-folder', '--output', 'latin1.md'],
      'latin1.md: is a file; name a folder for the site'
    ],
    [['start', '--port', 'many'], 'It must be a whole number from 0 to 65535.']
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await runLectern(args, { cwd: folder });
    const lines = stderr.trimEnd().split('\n');
    expect(lines.at(-1)).toMatch(/^lectern: /);
    expect(lines.at(-1)).toContain(message);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(stdout).toBe('');
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('try', () => {
  it('prints a verdict as JSON', async () => {
    const { code, stdout } = await runLectern(['try', SAMPLE, 'taste-01-c1', RIGHT, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      challenge: 'taste-01-c1',
      status: 'passed',
      points: 1,
      score: 1,
      checks: [
        {
          kind: 'behaviour',
          name: 'score',
          text: expect.any(String) as string,
          weight: 1,
          status: 'passed',
          message: expect.any(String) as string
        }
      ],
      durationMs: expect.any(Number) as number
    });
  });
  it('tells a person what is wrong, and ends with 1', async () => {
    const { code, stdout } = await runLectern(['try', SAMPLE, 'taste-01-c1', WRONG]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^taste-01-c1: failed \(0 of 1 points\)\n {2}✗ score: score\(".*sorry"\) gave .*, expected .*\.\n$/
    );
  });
  it('ends with 2 where a challenge is ungraded, and says why', async () => {
    const folder = temporaryFolder();
    const lesson = join(folder, 'lesson.md');
    writeFileSync(lesson, readFileSync(SAMPLE, 'utf8').replace('total -= 3.0', 'pass'));
    const { code, stdout, stderr } = await runLectern([
      'try',
      lesson,
      'taste-01-c1',
      RIGHT,
      '--json'
    ]);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'ungraded', checks: [] });
    expect(stderr).toContain('challenge/ungraded');
  });
});

describe('try with a notebook', () => {
  const folder = temporaryFolder();
  const lesson = join(folder, 'lesson.md');
  const notebook = join(folder, 'lesson.ipynb');
  const quizzes = `
:::quiz{id=choice partial=true}
Which?

- [x] a
- [x] b
- [ ] c
:::

:::quiz{id=number type=numeric}
How much?

- [x] 3.14 ± 0.01
:::

---challenges---`;
  const lessonText = readFileSync(SAMPLE, 'utf8').replace('\n---challenges---', quizzes);
  writeFileSync(lesson, lessonText);

  interface Cell {
    id: string;
    source: string[];
    metadata: {
      lectern: { quiz?: { options: { key: string; text: string }[] }; progress?: unknown };
    };
  }
  const edit = (change: (cell: (id: string) => Cell) => void): void => {
    const file = JSON.parse(readFileSync(notebook, 'utf8')) as { cells: Cell[] };
    change((id) => file.cells.find((each) => each.id === id) as Cell);
    writeFileSync(notebook, JSON.stringify(file));
  };

  it('gives a verdict on every quiz and challenge, from what was saved', async () => {
    expect((await runLectern(['convert', lesson])).code).toBe(0);
    const untouched = await runLectern(['try', lesson, notebook, '--json']);
    expect(untouched.code).toBe(1);
    expect(JSON.parse(untouched.stdout)).toMatchObject({
      lesson: 'taste-01',
      points: 3,
      score: 0,
      quizzes: [{ status: 'not-attempted' }, { status: 'not-attempted' }],
      challenges: [{ status: 'not-attempted' }]
    });

    edit((cell) => {
      const choice = cell('choice-quiz').metadata.lectern;
      const a = choice.quiz?.options.find(({ text }) => text === 'a');
      choice.progress = { response: [a?.key] };
      cell('number-quiz').metadata.lectern.progress = { response: '3.15', passed: false };
      cell('taste-01-c1-answer').source = [readFileSync(RIGHT, 'utf8')];
    });
    const answered = await runLectern(['try', lesson, notebook]);
    expect(answered.code).toBe(1);
    expect(answered.stdout.split('\n')).toEqual([
      'choice: failed (0.5 of 1 points)',
      '  What you chose is right, but something is missing.',
      'number: passed (1 of 1 points)',
      '  This is right.',
      'taste-01-c1: passed (1 of 1 points)',
      expect.stringMatching(/^ {2}✓ score: /),
      'taste-01: 2.5 of 3 points',
      ''
    ]);
  });

  it('says what is wrong with a file that is no notebook of the lesson', async () => {
    const other = join(folder, 'other.ipynb');
    for (const [text, message] of [
      ['[', 'is not a notebook.'],
      ['{"cells": []}', 'is not a notebook of a lesson.'],
      [
        '{"cells": [], "metadata": {"lectern": {"lesson": {"id": "x"}}}}',
        'is a notebook of the lesson "x", and not of "taste-01".'
      ]
    ] as const) {
      writeFileSync(other, text);
      const { code, stdout, stderr } = await runLectern(['try', lesson, other]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.trim()).toContain(`lectern: ${other}: ${message}`);
    }
  });
});

describe('convert', () => {
  it('writes the same bytes for the same lesson, and over its own', async () => {
    const folder = temporaryFolder();
    const [one, two] = [join(folder, 'one.ipynb'), join(folder, 'two.ipynb')];
    expect((await runLectern(['convert', SAMPLE, '-o', one])).code).toBe(0);
    expect((await runLectern(['convert', SAMPLE, '-o', two])).code).toBe(0);
    expect((await runLectern(['convert', SAMPLE, '-o', two])).code).toBe(0);
    expect(readFileSync(two, 'utf8')).toBe(readFileSync(one, 'utf8'));
    expect(readdirSync(folder)).toEqual(['one.ipynb', 'two.ipynb']);
  });
  it('writes quizzes as the questions of jupyterquiz, and reads them back', async () => {
    const folder = temporaryFolder();
    const quiz = ':::quiz{id=q type=numeric}\nHow much?\n\n- [x] 3.14 ± 0.01\n\n  > Yes.\n:::\n';
    writeFileSync(join(folder, 'lesson.md'), `# Title\n\n${quiz}`);
    const run = (args: string[]) => runLectern(['convert', ...args], { cwd: folder });
    expect((await run(['lesson.md', '--to', 'jupyterquiz', '-o', 'quiz.json'])).code).toBe(0);
    const questions: unknown = JSON.parse(readFileSync(join(folder, 'quiz.json'), 'utf8'));
    expect(questions).toMatchObject([{ type: 'numeric', question: 'How much?' }]);
    expect((await run(['quiz.json', '-o', '-'])).stdout).toBe(quiz);

    writeFileSync(join(folder, 'mine.md'), 'Mine.');
    const refused = await run(['quiz.json', '-o', 'mine.md']);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('mine.md: has work in it that would be lost.');
    expect(readFileSync(join(folder, 'mine.md'), 'utf8')).toBe('Mine.');
  });
  it('does not show what the solution contradicts, nor the solution', async () => {
    const { stdout, stderr } = await runLectern(['convert', SAMPLE, '-o', '-']);
    expect(stderr).toContain('canonical.md:105:1 error challenge/expected-output-mismatch');
    expect(stdout).not.toContain('butter and salt');
    expect(stdout).not.toContain('if \\"sorry\\" in description');
    expect(JSON.parse(stdout)).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
  });
});
