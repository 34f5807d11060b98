import { expect, it } from 'vitest';
import { namesOf } from './names.js';
import { parsePython } from './parse.js';

const names = (source: string): ReturnType<typeof namesOf> => namesOf(source, parsePython(source));

/** Whether the first read of `name` comes before the program gives it a value. */
function isReadFirst(source: string, name: string): boolean {
  const { reads, bindings } = names(source);
  const read = reads.get(name);
  return read !== undefined && read < (bindings.get(name) ?? Infinity);
}

it.each([
  ['eval("1")', true],
  ['eval = 1\neval', false],
  ['eval = eval', true],
  ['a, (eval, b) = eval, 1', true],
  ['(eval := eval)', true],
  ['def f(eval): return eval', false],
  ['def eval(): return eval()', false],
  ['def f():\n    eval = 1\n    return eval', false],
  ['from m import eval\neval(1)', false],
  ['for eval in x: eval', false],
  ['[eval for eval in x]', false]
])('%j reads eval from elsewhere: %s', (source, expected) => {
  expect(isReadFirst(source, 'eval')).toBe(expected);
});

it('gives what it read of a text nested beyond measure', () => {
  expect(() => names(`x = ${'('.repeat(20_000)}`)).not.toThrow();
});
