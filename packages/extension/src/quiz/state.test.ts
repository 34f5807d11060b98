import { parseLesson, quizzesOf } from '@lectern/lesson';
import { toNotebook } from '@lectern/notebook';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuiz, type QuizDefinition } from './definition.js';
import { NO_PROGRESS, readProgress } from './progress.js';
import { check, initialState, respond, tryAgain } from './state.js';
import { statusLine } from './status-text.js';

function quiz(attributes: string, ...options: string[]): QuizDefinition {
  const lesson = parseLesson(`:::quiz{id=q ${attributes}}\nQ?\n\n${options.join('\n')}\n:::\n`);
  expect(quizzesOf(lesson)).toHaveLength(1);
  const { cells } = toNotebook(lesson, { edition: 'student', grading: new Map() });
  const read = readQuiz(cells.at(-1)?.metadata['lectern']);
  if (read === null) throw new Error('no quiz');
  return read;
}

const primes = quiz('partial', '- [x] 2', '- [x] 3', '- [ ] 4');
const keys = primes.options.map(({ key }) => key);
const [two = '', three = '', four = ''] = keys;
const start = initialState(primes, NO_PROGRESS);

describe('a quiz', () => {
  test('is checked when asked, and not before', () => {
    const chosen = respond(start, [two]);
    expect(chosen.result).toBeNull();
    expect(check(chosen).result).toMatchObject({ status: 'failed', score: 0.5 });
    expect(statusLine(check(chosen))).toMatchObject({
      verdict: 'failed',
      headline: 'Partly right.',
      text: 'What you chose is right, but something is missing. 0.5 of 1 point.'
    });
  });

  test('counts each different response as one attempt', () => {
    const once = check(check(respond(start, [four])));
    expect(once.progress.attempts).toBe(1);
    expect(check(respond(once, [two, four])).progress.attempts).toBe(2);
    expect(check(start).progress).toMatchObject({ attempts: 0, last: null });
  });

  test('loses its result when the response changes, and not when it stays', () => {
    const checked = check(respond(start, [two, three]));
    expect(respond(checked, [three, two])).toBe(checked);
    expect(respond(checked, [two]).result).toBeNull();
  });

  test('can be tried again, and stays solved', () => {
    const again = tryAgain(check(respond(start, [two, three])));
    expect(again).toMatchObject({ result: null, progress: { response: null, passed: true } });
    expect(check(respond(again, [four])).progress).toMatchObject({ passed: true, attempts: 2 });
  });

  test('is after a reload as it was', () => {
    for (const state of [
      start,
      respond(start, [two]),
      check(respond(start, [two, four])),
      respond(check(respond(start, [two])), [three]),
      tryAgain(check(respond(start, [two, three])))
    ]) {
      const saved: unknown = JSON.parse(JSON.stringify(state.progress));
      expect(initialState(primes, readProgress(saved))).toEqual(state);
    }
  });
});

test('what is not a number is said to be none, and is no attempt', () => {
  const number = initialState(quiz('type=numeric', '- [x] 1'), NO_PROGRESS);
  const state = check(respond(number, 'one'));
  expect(statusLine(state)).toMatchObject({
    verdict: 'not-attempted',
    text: expect.stringContaining('not a number') as string
  });
  expect(state.progress.attempts).toBe(0);
});

test('an ungraded quiz says so before and after', () => {
  const ungraded = initialState(quiz('', '- [ ] a', '- [ ] b'), NO_PROGRESS);
  expect(statusLine(ungraded).text).toContain('Nothing checks this quiz');
  const chosen = respond(ungraded, [ungraded.definition.options[0]?.key ?? '']);
  expect(statusLine(check(chosen))).toMatchObject({ verdict: 'ungraded' });
});

test('progress takes anything, and gives something that can be read again', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (value, response, last) => {
      for (const each of [value, { response, last, attempts: value, passed: last }]) {
        const progress = readProgress(each);
        expect(readProgress(progress)).toEqual(progress);
      }
    })
  );
});
