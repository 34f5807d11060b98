import { describe, expect, it } from 'vitest';
import type { CompareMode } from '@lectern/lesson';
import { explainOutput, sameOutput, sealedHash } from './output.js';

const same = (compare: CompareMode, actual: string, expected: string): boolean =>
  sameOutput(actual, { compare, expected }, 1e-6);

const table: [CompareMode, string, string, boolean][] = [
  ['lines', 'a \r\nb\n\n', 'a\nb', true],
  ['lines', ' a', 'a', false],
  ['lines', 'a\n\nb', 'a\nb', false],
  ['exact', 'a\n', 'a', false],
  ['exact', 'a\r\n', 'a\n', true],
  ['tokens', ' a   b\nc ', 'a b c', true],
  ['tokens', 'ab c', 'a b c', false],
  ['contains', 'the answer is 42.\n', '42', true],
  ['contains', 'the answer is 41.\n', '42', false],
  ['regex', 'x = 12', '^x = \\d+$', true],
  ['regex', 'x = y', '^x = \\d+$', false],
  ['regex', 'anything', '(', false],
  ['numbers', 'mean 0.33333333', 'mean 0.3333333', true],
  ['numbers', 'mean 0.34', 'mean 0.33', false],
  ['numbers', 'median 0.33', 'mean 0.33', false],
  ['numbers', '1 2', '1 2 3', false],
  ['unordered', 'b\na\n', 'a\nb', true],
  ['unordered', 'a\na', 'a\nb', false]
];

it.each(table)('%s: %j against %j is %s', (compare, actual, expected, result) => {
  expect(same(compare, actual, expected)).toBe(result);
});

it('a sealed text is known only by its salted hash', () => {
  const sealed = { salt: 's', sha256: sealedHash('right\n', 'lines', 's') };
  expect(sameOutput('right', { compare: 'lines', sealed }, 0)).toBe(true);
  expect(sameOutput('wrong', { compare: 'lines', sealed }, 0)).toBe(false);
  expect(sealedHash('right', 'lines', 'other')).not.toBe(sealed.sha256);
});

describe('the explanation', () => {
  it('names the first line that differs, whitespace visible', () => {
    expect(explainOutput('a\nb\tc\n', { compare: 'lines', expected: 'a\nb c' }, 1e-6)).toBe(
      'Line 2 is "b\\tc", expected "b c".'
    );
  });
  it('says which line is missing or too many', () => {
    expect(explainOutput('a', { compare: 'lines', expected: 'a\nb' }, 1e-6)).toBe(
      'Line 2 is missing: expected "b".'
    );
    expect(explainOutput('a\nb', { compare: 'lines', expected: 'a' }, 1e-6)).toBe(
      'Line 2 is one too many: "b".'
    );
  });
  it('passes over numbers that agree within the tolerance', () => {
    const check = { compare: 'numbers' as const, expected: 'a 0.3\nb 1' };
    expect(explainOutput('a 0.30000000001\nb 2', check, 1e-6)).toBe(
      'Line 2 is "b 2", expected "b 1".'
    );
  });
  it('tells an empty output apart', () => {
    expect(explainOutput(' \n', { compare: 'lines', expected: 'a' }, 1e-6)).toContain(
      'printed nothing'
    );
  });
  it('never shows a sealed text', () => {
    const sealed = { salt: 's', sha256: sealedHash('secret', 'lines', 's') };
    expect(explainOutput('x', { compare: 'lines', sealed }, 1e-6)).not.toContain('secret');
  });
});
