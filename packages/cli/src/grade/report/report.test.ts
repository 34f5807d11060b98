/** The table, the JSON and the CSV of the same results. */

import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { results, submission } from '../../testing/results.js';
import { csvReport } from './csv.js';
import { jsonReport } from './json.js';
import { tableReport } from './table.js';

const unread = submission('zoe', {
  status: 'not-read',
  reason: 'is empty.',
  lesson: null,
  version: null,
  notes: [],
  challenges: [],
  quizzes: [],
  score: 0,
  points: 0
});

describe('CSV', () => {
  const lines = (...all: Parameters<typeof results>): string[] =>
    csvReport(results(...all))
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\n');

  it('a row a student and lesson, a score and a status for each part', () => {
    expect(lines(submission('ada'), unread)).toEqual([
      'student,id,lesson,version,file,late,status,score,points,percent,notes,words/one,words/one status,words/two,words/two status,words/q,words/q status',
      'ada,,words,1.0,ada/words.ipynb,,graded,1,3,33.33,From version 1.0; graded by version 2.0.,1,failed,,broken-check,0,failed',
      'zoe,,,,zoe/words.ipynb,,not-read,,,,The file is empty.,,,,,,'
    ]);
  });

  it('no cell is a formula, and none breaks its row', () => {
    const names = ['=cmd()', '+1', '-1', '@x', '\t=1', 'a,b', 'say "hi"', 'a\r\nb'];
    const rows = lines(...names.map((name) => submission(name, { file: name }))).slice(1);
    expect(rows.map((row) => row.slice(0, 12))).toEqual([
      `'=cmd(),,wor`,
      `'+1,,words,1`,
      `'-1,,words,1`,
      `'@x,,words,1`,
      ` =1,,words,1`,
      `"a,b",,words`,
      `"say ""hi"""`,
      `a b,,words,1`
    ]);
  });

  it('a submission that a newer one has replaced is no row', () => {
    expect(lines(submission('ada'), submission('ada', { status: 'superseded' }))).toHaveLength(2);
  });
});

describe('JSON', () => {
  const report = JSON.parse(jsonReport(results(submission('ada'), unread))) as {
    [key: string]: unknown;
    submissions: Record<string, unknown>[];
  };

  it('says what it was made by and with', () => {
    expect(report).toMatchObject({
      format: 1,
      seed: 'seed-1',
      grader: { version: '0.1.0', build: 'b' },
      course: { title: 'Course <1>', hash: 'h' },
      lessons: [{ id: 'words', version: '2.0', points: 8 }],
      brokenChecks: [{ lesson: 'words', challenge: 'two', submissions: 1 }]
    });
  });

  it('has everything that was found, for the instructor', () => {
    expect(Object.keys(report.submissions[0] ?? {})).toEqual([
      'student',
      'file',
      'late',
      'status',
      'reason',
      'lesson',
      'version',
      'notes',
      'score',
      'points',
      'challenges',
      'quizzes'
    ]);
    expect(JSON.stringify(report.submissions[0])).toContain('secret-instructor');
    expect(report.submissions[1]).toMatchObject({ status: 'not-read', reason: 'is empty.' });
  });
});

describe('the table', () => {
  const text = stripVTControlCharacters(
    tableReport(results(submission('ada'), submission('Böla', { score: 0.5, notes: [] }), unread))
  );

  it('students by lessons, with totals', () => {
    expect(text.split('\n').slice(0, 5)).toEqual([
      'student     words     total',
      'ada        1 of 3    1 of 3',
      'Böla     0.5 of 3  0.5 of 3',
      'zoe             –         –',
      'mean         25 %'
    ]);
  });

  it('what is worth a look', () => {
    expect(text).toContain(
      'Notes\n  ada: ada/words.ipynb: From version 1.0; graded by version 2.0.\n'
    );
    expect(text).toContain('Not read\n  zoe: zoe/words.ipynb is empty.\n');
    expect(text).toContain('words / two / test_it (1 submission): It stopped.');
    expect(text).toContain('2 submissions graded, 1 not read. Course Course <1>, seed seed-1.\n');
  });

  it('nothing in a name is obeyed by a terminal', () => {
    const evil = 'a\u001b[2J\u202eb';
    const shown = tableReport(results(submission(evil)));
    expect(shown).not.toContain('\u001b[2J');
    expect(shown).not.toContain('\u202e');
  });
});
