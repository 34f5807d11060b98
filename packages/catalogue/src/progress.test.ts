/** What counts as done, in notebooks as the extension writes them and as nobody should. */

import { expect, test } from 'vitest';
import { isFinished, lessonProgress, progressText } from './progress.js';

const cell = (kind: string, passed?: boolean) => ({
  metadata: { lectern: { kind, ...(passed === undefined ? {} : { progress: { passed } }) } }
});

test('counts challenges and quizzes, and of them those that have passed', () => {
  const cells = [
    cell('prose'),
    cell('challenge-task', true),
    cell('challenge-answer', true),
    cell('quiz', false),
    cell('quiz')
  ];
  expect(lessonProgress({ cells })).toEqual({ done: 1, total: 3 });
});

test.each([
  ['nothing', undefined],
  ['a text', 'cells'],
  ['cells that are no list', { cells: { length: 1 } }],
  ['cells that are nothing', { cells: [null, 3, { metadata: null }] }],
  ['a record that is no object', { cells: [{ metadata: { lectern: 'quiz' } }] }]
])('finds nothing in %s', (_, notebook) => {
  expect(lessonProgress(notebook)).toEqual({ done: 0, total: 0 });
});

test.each([
  [0, 3, 'Begun', false],
  [2, 3, '2 of 3 done', false],
  [3, 3, 'Done', true],
  [0, 0, 'Opened', true]
])('%i of %i reads "%s"', (done, total, text, finished) => {
  expect(progressText({ done, total })).toBe(text);
  expect(isFinished({ done, total })).toBe(finished);
});
