/** What is kept of a run that was stopped, however it was stopped. */

import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/run-lectern.js';
import type { Graded } from './grade-answers.js';
import { StateFile } from './state-file.js';

const HEADER = { course: 'c', seed: 's', grader: '1 b' };
const verdict = (score: number): Graded => ({
  challenge: 'one',
  status: 'passed',
  points: 1,
  score,
  checks: []
});
let path: string;
beforeEach(() => {
  path = join(temporaryFolder(), 'run.state');
});
const open = (resume: boolean, header = HEADER): StateFile =>
  StateFile.open(path, header, { resume });
function stopped(...scores: number[]): void {
  const state = open(false);
  for (const score of scores) state.add(`key-${score}`, verdict(score));
  state.leave();
}

it('what was added is found again, and more can be added', () => {
  stopped(0, 1);
  const state = open(true);
  expect([...state.verdicts]).toEqual([
    ['key-0', verdict(0)],
    ['key-1', verdict(1)]
  ]);
  state.add('key-2', verdict(2));
  expect(state.size).toBe(3);
  state.leave();
  const again = open(true);
  expect([...again.verdicts.keys()]).toEqual(['key-0', 'key-1', 'key-2']);
  again.remove();
  expect(existsSync(path)).toBe(false);
});

it('each is on the disk as soon as it was added', () => {
  const state = open(false);
  state.add('key', verdict(1));
  expect(readFileSync(path, 'utf8')).toContain('"key"');
  state.remove();
});

it('a run that has graded nothing leaves nothing', () => {
  stopped();
  expect(existsSync(path)).toBe(false);
});

it('a line that was cut off anywhere costs that line, and no other', () => {
  stopped(0, 1);
  const whole = readFileSync(path);
  const second = whole.lastIndexOf('{"key"');
  for (let end = second; end < whole.length; end += 7) {
    writeFileSync(path, whole);
    truncateSync(path, end);
    const state = open(true);
    expect([...state.verdicts.keys()]).toEqual(['key-0']);
    state.add('key-1', verdict(1));
    state.leave();
    expect(readFileSync(path)).toEqual(whole);
  }
});

it('to go on where nothing was kept is to begin', () => {
  const state = open(true);
  expect(state.verdicts.size).toBe(0);
  state.remove();
});

describe('refused with one line', () => {
  it.each([
    [{ ...HEADER, course: 'other' }, 'was begun with another course, or the course has changed'],
    [{ ...HEADER, seed: 'other' }, 'was begun with the seed s. Say --seed s to go on.'],
    [{ ...HEADER, grader: '2 b' }, 'was begun with another version of Lectern.']
  ])('the state of another run: %j', (header, message) => {
    stopped(1);
    const before = readFileSync(path);
    expect(() => open(true, header)).toThrow(message);
    expect(readFileSync(path)).toEqual(before);
  });

  it('one that would be written over', () => {
    stopped(1);
    expect(() => open(false)).toThrow('Go on with --resume, or delete it.');
  });

  it.each(['', 'hello\n', '{"format":1}', '[]\n'])('what is none: %j', (text) => {
    writeFileSync(path, text);
    expect(() => open(true)).toThrow(/^[^\n]*run\.state: [^\n]+$/);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('one that is damaged in the middle', () => {
    stopped(1);
    appendFileSync(path, 'xx\n');
    expect(() => open(true)).toThrow('is damaged.');
  });

  it('a place that cannot be written', () => {
    path = join(path, 'in-no-folder');
    expect(() => open(false)).toThrow('no such file or folder');
  });
});
