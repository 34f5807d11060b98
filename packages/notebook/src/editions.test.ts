import { readFileSync } from 'node:fs';
import { parseLesson, quizzesOf } from '@lectern/lesson';
import { describe, expect, it } from 'vitest';
import { base64 } from './base64.js';
import { serializeNotebook, toNotebook, type CellMetadata, type Edition } from './index.js';

const source = readFileSync(new URL('../test/cases/challenges/input.md', import.meta.url), 'utf8');
const lesson = parseLesson(source);

/** The file, and every text in it that reads as base64. */
function everything(edition: Edition): string {
  const options = { edition, grading: new Map(), showExpectedOutput: () => true, source };
  const text = serializeNotebook(toNotebook(lesson, options));
  const decoded = [...text.matchAll(/"([A-Za-z0-9+/]{8,}={0,2})"/g)].map(([, encoded = '']) =>
    Buffer.from(encoded, 'base64').toString('utf8')
  );
  return [text, ...decoded].join('\n');
}

describe("the student's edition", () => {
  it.each([
    'withheld solution',
    'Withheld explanation',
    'sealed text',
    'test_hidden',
    'rejected answer',
    'rejected message'
  ])('does not hold: %s', (secret) => {
    expect(everything('student')).not.toContain(secret);
  });

  it('holds an open solution only encoded', () => {
    const options = { edition: 'student', grading: new Map() } as const;
    expect(serializeNotebook(toNotebook(lesson, options))).not.toContain('solution of the first');
    expect(everything('student')).toContain('solution of the first');
    expect(everything('student')).toContain('Why the first is so.');
  });

  it('shows an expected output only where it is told that the checks use it', () => {
    const show = (showExpectedOutput?: () => boolean): string =>
      serializeNotebook(
        toNotebook(lesson, {
          edition: 'student',
          grading: new Map(),
          ...(showExpectedOutput && { showExpectedOutput })
        })
      );
    expect(show(() => true)).toContain('Expected output');
    expect(show(() => false)).not.toContain('Expected output');
    expect(show()).not.toContain('Expected output');
  });
});

describe('a quiz', () => {
  const quizzes = parseLesson(
    readFileSync(new URL('../test/cases/quizzes/input.md', import.meta.url), 'utf8')
  );
  const file = (edition: Edition): string =>
    serializeNotebook(toNotebook(quizzes, { edition, grading: new Map() }));

  it('does not give itself away to a learner who reads the file', () => {
    expect(file('student')).toContain('**4**, because');
    for (const secret of ['secret', '3.14159', '[x]', '"correct"']) {
      expect(file('student')).not.toContain(secret);
    }
  });

  it('carries what its form needs, encoded', () => {
    const [cell] = toNotebook(quizzes, { edition: 'student', grading: new Map() }).cells.filter(
      ({ id }) => id === 'primes-quiz'
    );
    const { quiz } = cell?.metadata['lectern'] as unknown as CellMetadata;
    const answers: unknown = JSON.parse(Buffer.from(quiz?.answers ?? '', 'base64').toString());
    expect(answers).toEqual(quizzesOf(quizzes)[0]?.answers);
  });

  it('does not show its answers to whom nbgrader hands the instructor’s edition', () => {
    for (const text of ['[x]', '> secret feedback', 'secret answer']) {
      expect(file('instructor')).not.toContain(text);
    }
  });
});

it("the instructor's edition holds the solutions and the sealed output", () => {
  for (const text of ['withheld solution', 'solution of the first', 'sealed text']) {
    expect(everything('instructor')).toContain(text);
  }
});

it('keeps hints out where the course does', () => {
  const silent = parseLesson(source, { defaults: { hints: 'off' } });
  const build = (from: typeof silent): string =>
    serializeNotebook(toNotebook(from, { edition: 'student', grading: new Map() }));
  expect(build(lesson)).toContain('A hint.');
  expect(build(silent)).not.toContain('A hint.');
});

it('base64 is what every other decoder reads', () => {
  for (const text of ['', 'a', 'ab', 'abc', 'é🙂\u0000', 'x'.repeat(100)]) {
    expect(base64(text)).toBe(Buffer.from(text, 'utf8').toString('base64'));
  }
});
