import { expect, it } from 'vitest';
import { RunCollector } from './run-collector.js';

const PROGRAM = {
  event: 'program' as const,
  stdout: '',
  stdoutCut: false,
  error: null,
  functions: ['f']
};
const CALL = {
  event: 'call' as const,
  index: 0,
  result: { kind: 'none' as const },
  error: null,
  mutated: [],
  stdout: '',
  stdoutCut: false
};
const DONE = { end: 'done' as const, durationMs: 1 };

it('takes a run that says that it is done, and has not made its calls, for one that broke off', () => {
  const collector = new RunCollector(2);
  expect(collector.result(DONE).end).toBe('crashed');
  collector.add(PROGRAM);
  collector.add(CALL);
  expect(collector.result(DONE).end).toBe('crashed');
  collector.add({ ...CALL, index: 1 });
  expect(collector.result(DONE)).toMatchObject({ end: 'done', calls: [{}, {}] });
});

it('asks no calls of a program that raised', () => {
  const collector = new RunCollector(2);
  const error = { type: 'ValueError', message: '', line: 1, traceback: '' };
  collector.add({ ...PROGRAM, error });
  expect(collector.result(DONE).end).toBe('done');
});
