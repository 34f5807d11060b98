import { describe, expect, it } from 'vitest';
import { readNumberMatch, readTextMatch } from './match.js';

describe('a number', () => {
  it.each([
    ['42', 42, 0],
    ['-5', -5, 0],
    ['−5', -5, 0],
    ['3.14 ± 0.01', 3.14, 0.01],
    ['3.14±.01', 3.14, 0.01],
    ['1e-3 +/- 1e-4', 1e-3, 1e-4],
    ['1 +- 2', 1, 2],
    ['`7`', 7, 0],
    ['$7$', 7, 0],
    ['0 ± ∞', 0, Number.MAX_VALUE]
  ])('%s', (text, value, tolerance) => {
    expect(readNumberMatch(text)).toEqual({ match: { kind: 'number', value, tolerance } });
  });

  it.each(['', 'x', '3,14', '1 000', '1 ± -1', '1 ±', '1 ± 2 ± 3', '1e999', 'Infinity', '0x10'])(
    'is not: %j',
    (text) => {
      expect(readNumberMatch(text)).toMatchObject({ problem: { rule: 'quiz/bad-number' } });
    }
  );
});

describe('a text', () => {
  it.each([
    ['Red  wine', 'Red wine'],
    ['`len(x)`', 'len(x)'],
    ['a `b` c', 'a `b` c'],
    ['and/or', 'and/or']
  ])('%s', (text, expected) => {
    expect(readTextMatch(text)).toEqual({ match: { kind: 'text', text: expected } });
  });

  it('between slashes is a pattern', () => {
    expect(readTextMatch('/^colou?r$/i')).toEqual({
      match: { kind: 'pattern', source: '^colou?r$', flags: 'i' }
    });
  });

  it.each([
    ['/(a/', 'quiz/invalid-pattern'],
    ['/(a+)+$/', 'quiz/unsafe-pattern']
  ])('%s is refused', (text, rule) => {
    expect(readTextMatch(text)).toMatchObject({ problem: { rule } });
  });
});
