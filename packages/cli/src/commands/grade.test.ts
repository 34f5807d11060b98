/** `lectern grade` from end to end: real submissions, real interpreters, and runs that are stopped. */

import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseLesson } from '@lectern/lesson';
import { serializeNotebook, toNotebook } from '@lectern/notebook';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeZip } from '../testing/make-zip.js';
import { runLectern, temporaryFolder, type Ran } from '../testing/run-lectern.js';

const DOUBLE = {
  starter: 'def double(x):\n    return x\n\nprint(double(4))',
  right: 'def double(x):\n    return x + x\n\nprint(double(4))',
  wrong: 'def double(x):\n    return x * x\n\nprint(double(4))',
  error: 'def double(x):\n    return y\n\nprint(double(4))',
  endless: 'while True:\n    pass'
};
const LESSON = `---
id: doubling
title: Doubling
grading:
  timeLimitSeconds: 3
---

# Doubling

:::quiz{id=twice}
What is twice two?

- [ ] three
- [x] four
:::

---challenges---

### Challenge: Double it

- id: double
- points: 2

#### Starter Code

\`\`\`python
${DOUBLE.starter}
\`\`\`

#### Solution

\`\`\`python
def double(x):
    return 2 * x

print(double(4))
\`\`\`
`;

const folder = temporaryFolder();
const at = (...path: string[]): string => join(folder, ...path);
function put(path: string, content: string | Buffer): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
}

/** `answer` in the place of the starter; `says` is the text of the option that is chosen. */
function notebook(answer: string, says?: string): string {
  const made = toNotebook(parseLesson(LESSON), { edition: 'student', grading: new Map() });
  for (const cell of made.cells) {
    if (cell.id === 'double-answer') cell.source = answer;
    const lectern = cell.metadata['lectern'] as unknown as {
      quiz?: { options: { key: string; text: string }[] };
      progress?: unknown;
    };
    const option = lectern.quiz?.options.find(({ text }) => text === says);
    if (option !== undefined) lectern.progress = { response: [option.key] };
  }
  return serializeNotebook(made);
}

const OUTPUTS = ['--json', 'out.json', '--csv', 'out.csv', '--feedback', 'pages'];
/** Runs in a folder of its own, and gives all that was written. */
async function grade(
  submissions: string[],
  options: string[] = [],
  own = temporaryFolder(),
  onStart?: (child: ChildProcess) => void
): Promise<Ran & { files: Record<string, string>; folder: string }> {
  const ran = await runLectern(
    ['grade', ...submissions.map((path) => at(path)), '--course', at('course'), ...options],
    { cwd: own, ...(onStart && { onStart }) }
  );
  const names = readdirSync(own, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.\w+$/.test(name) && !/^\.cache/.test(name)
  );
  const files = names.sort().map((name) => [name, readFileSync(join(own, name), 'utf8')] as const);
  return { ...ran, files: Object.fromEntries(files), folder: own };
}

beforeAll(async () => {
  put('course/course.yml', 'title: A course\n');
  put('course/doubling/lesson.md', LESSON);
  put('class/ada/doubling.ipynb', notebook(DOUBLE.right, 'four'));
  put('class/ben/doubling.ipynb', notebook(DOUBLE.wrong, 'three'));
  put('class/chi/doubling.ipynb', notebook(DOUBLE.starter));
  put('endless/dee/doubling.ipynb', notebook(DOUBLE.endless));
  put('class/eli/doubling.ipynb', notebook(DOUBLE.right).slice(0, 200));
  put(
    'canvas.zip',
    await makeZip({
      'hoppergrace_12_345_doubling.ipynb': notebook(DOUBLE.wrong),
      'hoppergrace_LATE_12_399_doubling-1.ipynb': notebook(DOUBLE.right, 'four'),
      'turingalan_13_346_work.zip': await makeZip({ 'doubling.ipynb': notebook(DOUBLE.error) })
    })
  );
  put(
    'moodle.zip',
    await makeZip({
      'Jan Žižka_77_assignsubmission_file_/doubling.ipynb': notebook(DOUBLE.right)
    })
  );
  // Derived once, and kept.
  await grade(['class/chi']);
}, 120_000);

const QUICK = ['class', 'canvas.zip', 'moodle.zip'];
const ALL = [...QUICK, 'endless'];

describe('a class', () => {
  let ran: Awaited<ReturnType<typeof grade>>;
  beforeAll(async () => {
    ran = await grade(ALL, [...OUTPUTS, '--jobs', '1']);
  }, 120_000);

  it('is graded, and what could not be read is told', () => {
    expect(ran.code).toBe(1);
    const [table = '', rest = ''] = ran.stdout.split('\nNotes\n');
    expect(table.split('\n').map((line) => line.trim().replace(/ {2,}/g, ' | '))).toEqual([
      'student | doubling | total',
      'Jan Žižka | 2 of 3 | 2 of 3',
      'ada | 3 of 3 | 3 of 3',
      'ben | 0 of 3 | 0 of 3',
      'chi | 0 of 3 | 0 of 3',
      'dee | 0 of 3 | 0 of 3',
      'eli | – | –',
      'hoppergrace | 3 of 3 | 3 of 3',
      'turingalan | 0 of 3 | 0 of 3',
      expect.stringMatching(/^mean \| 38 %/),
      ''
    ]);
    expect(rest).toContain(
      'hoppergrace: canvas.zip/hoppergrace_LATE_12_399_doubling-1.ipynb: Handed in late.'
    );
    expect(rest).toContain('eli: class/eli/doubling.ipynb is a damaged notebook');
    expect(rest).toContain(
      '7 submissions graded, 1 replaced by newer ones, 1 not read. Course A course, seed '
    );
  });

  it('has its results as JSON', () => {
    const report = JSON.parse(ran.files['out.json'] ?? '') as {
      submissions: {
        student: { name: string };
        status: string;
        challenges: { status: string }[];
      }[];
    };
    expect(
      report.submissions.map(({ student, status, challenges }) => [
        student.name,
        challenges[0]?.status ?? status
      ])
    ).toEqual([
      ['Jan Žižka', 'passed'],
      ['ada', 'passed'],
      ['ben', 'failed'],
      ['chi', 'not-attempted'],
      ['dee', 'timed-out'],
      ['eli', 'not-read'],
      ['hoppergrace', 'passed'],
      ['hoppergrace', 'superseded'],
      ['turingalan', 'error']
    ]);
  });

  it('has a page each, named as the platforms want them', () => {
    expect(Object.keys(ran.files)).toEqual([
      'out.csv',
      'out.json',
      'pages/.lectern-feedback.json',
      'pages/Jan Žižka_77_assignsubmission_file_feedback.html',
      'pages/ada.html',
      'pages/ben.html',
      'pages/chi.html',
      'pages/dee.html',
      'pages/eli.html',
      'pages/hoppergrace_LATE_12_399_feedback.html',
      'pages/turingalan_13_346_feedback.html'
    ]);
    expect(ran.files['pages/ben.html']).toContain('expected');
  });

  it('says nothing of this machine or of time', () => {
    const all = Object.values(ran.files).join('\n') + ran.stdout;
    expect(all).not.toContain(folder);
    expect(all).not.toMatch(/durationMs|\b20\d\d-\d\d/);
  });

  it('twice, and with more jobs, gives the same bytes', async () => {
    const again = await grade(ALL, [...OUTPUTS, '--jobs', '2']);
    expect(again.files).toEqual(ran.files);
    expect(again.stdout).toBe(ran.stdout);
  }, 120_000);

  it('stopped by Ctrl-C it keeps what is done, and gone on with gives the same bytes', async () => {
    const own = temporaryFolder();
    const stopping = stopAfter(own, 2, 'SIGINT');
    const stopped = await grade(ALL, [...OUTPUTS, '--jobs', '1'], own, stopping);
    expect(stopped.code).toBe(130);
    expect(Object.keys(stopped.files)).toEqual(['lectern-grade.state']);
    expect(stopped.stderr).toMatch(
      /^Stopped\. \d answers graded so far are kept in lectern-grade\.state\. .* --resume\.$/m
    );
    const without = await grade(ALL, OUTPUTS, own);
    expect(without.code).toBe(2);
    expect(without.stderr).toMatch(/^lectern: lectern-grade\.state: holds what .*\n$/);
    const other = await grade(ALL, ['--resume', '--seed', 'x'], own);
    expect(other.stderr).toMatch(/^lectern: .*was begun with the seed \w+\. .*\n$/);
    const resumed = await grade(ALL, [...OUTPUTS, '--resume'], own);
    expect(resumed.files).toEqual(ran.files);
    expect(resumed.stdout).toBe(ran.stdout);
  }, 120_000);
});

it('killed in the middle, it loses at most the answer being graded', async () => {
  const own = temporaryFolder();
  const killed = await grade(QUICK, [...OUTPUTS, '--jobs', '1'], own, stopAfter(own, 2, 'SIGKILL'));
  expect(Object.keys(killed.files)).toEqual(['lectern-grade.state']);
  expect((killed.files['lectern-grade.state'] ?? '').split('\n').length).toBeGreaterThanOrEqual(4);
  const resumed = await grade(QUICK, [...OUTPUTS, '--resume'], own);
  const whole = await grade(QUICK, OUTPUTS);
  expect(resumed.files).toEqual(whole.files);
  expect(resumed.stdout).toBe(whole.stdout);
}, 120_000);

/** As soon as so many answers are kept. */
function stopAfter(own: string, answers: number, signal: NodeJS.Signals) {
  return (child: ChildProcess): void => {
    const watch = setInterval(() => {
      const state = join(own, 'lectern-grade.state');
      const lines = existsSync(state) ? readFileSync(state, 'utf8').split('\n').length - 2 : 0;
      if (lines < answers) return;
      clearInterval(watch);
      child.kill(signal);
    }, 5);
    child.once('exit', () => clearInterval(watch));
  };
}

describe('one notebook', () => {
  it('as JSON on standard output, the table beside it', async () => {
    const { code, stdout, stderr, files } = await grade(['class/ada'], ['--json', '-']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ format: 1, submissions: [{ score: 3, points: 3 }] });
    expect(stderr).toContain('1 submission graded.');
    expect(files).toEqual({});
  }, 60_000);

  it.each([
    [['class/gone.ipynb'], [], 'gone.ipynb: no such file or folder'],
    [['class'], ['--json', '-', '--csv', '-'], 'cannot both go to standard output'],
    [['class'], ['--feedback', '.'], 'holds files that are not a Lectern folder of feedback'],
    [['class'], ['--jobs', '0'], 'Say a number from 1 to 999.'],
    [['class'], ['--state', 'no/such/folder/x'], 'no such file or folder']
  ])(
    '%j %j is refused with one line',
    async (submissions, options, message) => {
      const own = temporaryFolder();
      writeFileSync(join(own, 'mine'), '');
      const { code, stdout, stderr } = await grade(submissions, options, own);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      // On a slow machine progress is told first.
      expect(stderr.replace(/^· .*\n/gm, '')).toMatch(/^lectern: [^\n]+\n$/);
      expect(stderr).toContain(message);
      expect(readdirSync(own)).toEqual(['mine']);
    },
    60_000
  );
});
