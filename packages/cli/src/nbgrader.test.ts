/** nbgrader's own tools accept an instructor's edition, hide what students may not see, and score answers as we do. */

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grade, type GradingData, type Sandbox } from '@lectern/grader';
import { createNodeSandbox } from '@lectern/grader/node';
import { readLesson } from './course/read-lesson.js';
import { prepareLesson } from './prepare/prepare-lesson.js';
import { runLectern, SAMPLE, temporaryFolder, TEST_DATA } from './testing/run-lectern.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PYTHON = process.env['LECTERN_PYTHON'] ?? join(ROOT, '.venv-tests/bin/python');
const LESSONS = {
  canonical: SAMPLE,
  why: join(ROOT, 'notebooks/why-preferences/lesson.md'),
  reward: join(ROOT, 'notebooks/reward-models/lesson.md'),
  tests: join(TEST_DATA, 'with-tests/lesson.md')
};
type Name = keyof typeof LESSONS;

/** Files with answers by challenge; `null` hands in the students' copy as it is. */
const ANSWERS: Record<string, Partial<Record<Name, Record<string, string | null>>>> = {
  ada: {
    canonical: { 'taste-01-c1': 'right/completed-starter' },
    why: {
      'fool-the-overlap': 'rejected/copies-the-reference',
      'reader-agreement': 'accepted/sets-of-choices'
    },
    tests: { 'word-scores': 'accepted/other-way' }
  },
  ben: {
    canonical: { 'taste-01-c1': 'wrong/prints-instead-of-returning' },
    reward: {
      'reward-update': 'rejected/changes-the-weights-in-place',
      'has-cycle': 'accepted/recursive-walk'
    },
    tests: { 'word-scores': 'rejected/knows-two-words' }
  },
  chi: {
    canonical: { 'taste-01-c1': 'wrong/undefined-name' },
    tests: { 'word-scores': 'rejected/counts-numbers' }
  },
  dee: { canonical: { 'taste-01-c1': 'wrong/does-not-parse' } },
  eli: { canonical: { 'taste-01-c1': null } }
};

interface Cell {
  id: string;
  source: string | string[];
  metadata: Record<string, Record<string, unknown> | undefined>;
}
interface Outcome {
  released: Record<Name, { cells: Cell[] }>;
  scores: Record<string, Record<Name, Record<string, number | null>>>;
}

let sandbox: Sandbox;
let outcome: Outcome;
const grading = new Map<string, GradingData>();
const folder = temporaryFolder();
beforeAll(async () => {
  sandbox = createNodeSandbox({ spares: true });
  const notebooks: Record<string, string> = {};
  for (const [name, path] of Object.entries(LESSONS)) {
    const notebook = join(folder, `${name}.ipynb`);
    const ran = await runLectern(['convert', path, '--edition', 'instructor', '-o', notebook]);
    expect(ran.code).toBe(0);
    notebooks[name] = notebook;
    const prepared = await prepareLesson(await readLesson(path), () => sandbox);
    for (const [id, data] of prepared.full) grading.set(id, data);
  }
  const answers = Object.fromEntries(
    Object.entries(ANSWERS).map(([student, lessons]) => [student, cellsOf(lessons)])
  );
  outcome = await runPython({ folder: join(folder, 'course'), notebooks, answers });
}, 600_000);
afterAll(() => sandbox.dispose());

function answerFile(name: Name, challenge: string, answer: string): string {
  const [kind = '', file = ''] = answer.split('/');
  const base = name === 'canonical' ? join(TEST_DATA, 'answers') : dirname(LESSONS[name]);
  const parts = name === 'canonical' ? [challenge, kind] : [kind, challenge];
  return readFileSync(join(base, ...parts, `${file}.py`), 'utf8');
}

function cellsOf(
  lessons: Partial<Record<Name, Record<string, string | null>>>
): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(lessons).map(([name, challenges]) => [
      name,
      Object.fromEntries(
        Object.entries(challenges).flatMap(([id, answer]) =>
          answer === null ? [] : [[`${id}-answer`, answerFile(name as Name, id, answer)]]
        )
      )
    ])
  );
}

function runPython(job: object): Promise<Outcome> {
  if (!existsSync(PYTHON)) {
    throw new Error(
      `${PYTHON} is missing: run \`npm test\` once, which makes it, or set LECTERN_PYTHON to a Python with nbgrader.`
    );
  }
  return new Promise((resolve, reject) => {
    const child = spawn(PYTHON, [join(TEST_DATA, 'nbgrader_course.py')]);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(stdout) as Outcome);
      else reject(new Error(stderr));
    });
    child.stdin.end(JSON.stringify(job));
  });
}

const cases = Object.entries(ANSWERS).flatMap(([student, lessons]) =>
  Object.entries(lessons).flatMap(([name, challenges]) =>
    Object.entries(challenges).map(
      ([id, answer]) => [id, answer ?? 'unchanged', student, name as Name, answer] as const
    )
  )
);

describe('the gradebook has the score that our grader gives', () => {
  it.each(cases)('%s: %s', async (id, _shown, student, name, answer) => {
    const data = grading.get(id) as GradingData;
    const source = answer === null ? data.starter : answerFile(name, id, answer);
    const verdict = await grade(data, source, sandbox);
    const scores = Object.entries(outcome.scores[student]?.[name] ?? {});
    const own = scores.filter(([cell]) => cell.startsWith(`${id}-check-`));
    expect(own.length).toBeGreaterThan(0);
    const score = own.reduce((sum, [, value]) => sum + (value ?? NaN), 0);
    expect(score).toBeCloseTo(verdict.score, 9);
  });
});

it('right and wrong answers are both among them', () => {
  const scores = Object.values(outcome.scores).map(
    ({ canonical }) => canonical['taste-01-c1-check-1']
  );
  expect(new Set(scores)).toEqual(new Set([0, 1]));
});

describe("what students get is the lesson's starter", () => {
  it.each(Object.keys(LESSONS) as Name[])('%s', async (name) => {
    const lesson = await readLesson(LESSONS[name]);
    for (const { id, starter } of lesson.challenges) {
      const cell = outcome.released[name].cells.find((other) => other.id === `${id}-answer`);
      const lines = sourceOf(cell).split('\n');
      // Beside nbgrader's stub, at most a blank line more or less.
      const own = (text: string[]): string[] =>
        text.filter((line) => !/^\s*(# YOUR CODE HERE|raise NotImplementedError\(\))?$/.test(line));
      expect(own(lines)).toEqual(own(starter.split('\n')));
      expect(lines.join('\n')).toContain('raise NotImplementedError()');
    }
  });

  it.each(Object.keys(LESSONS) as Name[])(
    '%s, and nothing that gives the answer away',
    async (name) => {
      const lesson = await readLesson(LESSONS[name]);
      const copy = JSON.stringify(outcome.released[name]);
      const decoded = [...copy.matchAll(/"([A-Za-z0-9+/]{40,}={0,2})"/g)].map(([, text = '']) =>
        Buffer.from(text, 'base64').toString('utf8')
      );
      const all = [copy, ...decoded].join('\n');
      const shown = readFileSync(LESSONS[name], 'utf8').split('---challenges---')[0] ?? '';
      // Hints are for students, and may well quote a line of the solution.
      const secrets = lesson.challenges.flatMap(
        ({ solution, starter, setup, explanation, hints, tests }) =>
          [solution, explanation, ...withheldParts(tests)]
            .flatMap((text) => (text ?? '').split('\n'))
            .map((line) => line.trim())
            // A line of some length that stands nowhere else.
            .filter(
              (line) =>
                line.length > 12 && ![starter, setup, shown, ...hints].join('\n').includes(line)
            )
      );
      expect(secrets.length).toBeGreaterThan(0);
      expect(secrets.filter((secret) => all.includes(JSON.stringify(secret).slice(1, -1)))).toEqual(
        []
      );
    }
  );
});

function sourceOf(cell: Cell | undefined): string {
  const source = cell?.source ?? '';
  return Array.isArray(source) ? source.join('') : source;
}

/** Of the lesson with tests: what stands in withheld ones alone. */
function withheldParts(tests: string | null): string[] {
  return tests === null
    ? []
    : [tests.slice(tests.indexOf('# quinces')), 'ORCHARD = ["quince", "medlar"]'];
}
