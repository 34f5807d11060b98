import { describe, expect, it } from 'vitest';
import { compileError, danger, readPattern } from './pattern.js';

const read = (text: string) => {
  const pattern = readPattern(text);
  if (pattern === null) throw new Error(`${text} is no pattern`);
  return pattern;
};

it('a pattern stands between slashes', () => {
  expect(readPattern('/colou?r/i')).toEqual({ source: 'colou?r', flags: 'i' });
  expect(readPattern('/a/b/')).toEqual({ source: 'a/b', flags: '' });
  for (const text of ['and/or', '/usr/bin', '//', '/a/g']) expect(readPattern(text)).toBeNull();
});

it('says why a pattern cannot be compiled', () => {
  expect(compileError(read('/a+/'))).toBeNull();
  expect(compileError(read('/(a/i'))).toBe('Unterminated group');
});

describe('a pattern is safe', () => {
  it.each([
    '/^colou?r$/i',
    '/^(red|green|blue)$/i',
    '/^\\d+(\\.\\d+)?$/',
    '/^\\d{4}-\\d{2}-\\d{2}-\\d{2}$/',
    '/[*+]+[(]*/',
    '/\\(a\\+\\)+/',
    '/(?:very )*good/',
    '/a(?=b+)/'
  ])('%s', (text) => {
    expect(compileError(read(text))).toBeNull();
    expect(danger(read(text))).toBeNull();
  });
});

describe('a pattern is dangerous', () => {
  it.each([
    ['/^(a+)+$/', 'group'],
    ['/(a|a)*b/', 'group'],
    ['/((a?))+b/', 'group'],
    ['/(a*){20}b/', 'group'],
    ['/(?<x>a|aa){2,}$/', 'group'],
    ['/(a)\\1/', 'back'],
    ['/.*.*.*.*x/', 'more than 3'],
    [`/${'a'.repeat(300)}/`, 'longer']
  ])('%s', (text, reason) => {
    expect(compileError(read(text))).toBeNull();
    expect(danger(read(text))).toContain(reason);
  });
});

it('what is called safe ends soon on the longest answer that is compared', () => {
  // The worst that passes: three repetitions, and nothing that ever matches.
  const worst = read('/[^b]*[^c]*[^d]*b$/');
  expect(danger(worst)).toBeNull();
  const startedAt = performance.now();
  expect(new RegExp(worst.source).test('a'.repeat(200))).toBe(false);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});
