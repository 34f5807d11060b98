import { describe, expect, it } from 'vitest';
import type { CompareMode } from '@lectern/lesson';
import { english, sayIn } from '../messages/messages.js';
import { explainOutput } from './explain-output.js';
import { sameOutput, sealedHash } from './output.js';

const same = (compare: CompareMode, actual: string, expected: string): boolean =>
  sameOutput(actual, { compare, expected }, 1e-6);

const table: [CompareMode, string, string, boolean][] = [
  ['lines', 'a \r\nb\n\n', 'a\nb', true],
  ['lines', ' a', 'a', false],
  ['lines', 'a\n\nb', 'a\nb', false],
  ['exact', 'a\n', 'a', true],
  ['exact', 'a\n\n', 'a', false],
  ['exact', 'a\n\n', 'a\n', false],
  ['exact', 'a \n', 'a', false],
  ['exact', 'a\r\n', 'a\n', true],
  ['tokens', ' a   b\nc ', 'a b c', true],
  ['tokens', 'ab c', 'a b c', false],
  ['contains', 'the answer is 42.\n', '42', true],
  ['contains', 'the answer is 41.\n', '42', false],
  ['regex', 'x = 12', '^x = \\d+$', true],
  ['regex', 'x = y', '^x = \\d+$', false],
  ['regex', 'anything', '(', false],
  ['regex', 'a\nb\n', '^a.b$', true],
  ['contains', 'x\na \nb\ny', 'a\nb', true],
  ['contains', 'a\nx\nb', 'a\nb', false],
  ['numbers', 'mean 0.33333333', 'mean 0.3333333', true],
  ['numbers', 'mean 0.34', 'mean 0.33', false],
  ['numbers', 'median 0.33', 'mean 0.33', false],
  ['numbers', '1 2', '1 2 3', false],
  ['numbers', '1e3', '1000.0', true],
  ['numbers', '1E-3', '.001', true],
  ['numbers', '-0.0', '0.0', true],
  ['numbers', 'inf -inf nan', 'inf -inf nan', true],
  ['numbers', '1e999', '1e999', true],
  ['numbers', 'inf', '1.0', false],
  ['numbers', '33.3333333%', '33.33333333%', true],
  ['numbers', '3 cm', '3cm', true],
  ['numbers', 'x1', 'x1.0', false],
  ['numbers', 'x1 = 2', 'x2 = 2', false],
  ['numbers', '3-4', '3 - 4', true],
  ['numbers', '3-4', '3 -4', false],
  ['numbers', 't = \u22125.0', 't = -5.0000000001', true],
  ['numbers', '1_000', '1_001', false],
  ['numbers', '1_000', '1000', false],
  ['numbers', '1.2.3', '1.2.4', false],
  ['numbers', '[1. 2.]', '[1. 2.00000001]', true],
  ['numbers', 'It is 10000001.', 'It is 10000000.', false],
  ['numbers', '12345678901234567891', '12345678901234567890', false],
  ['numbers', '10000000.1', '10000000.2', true],
  ['numbers', 'a\nb 1', 'a b\n1', true],
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

it('tries no pattern on more text than bounds its time', () => {
  const started = performance.now();
  expect(same('regex', 'a'.repeat(60_000), 'a*a*a*b')).toBe(false);
  expect(same('regex', 'a'.repeat(60_000), 'a')).toBe(false);
  expect(performance.now() - started).toBeLessThan(1_000);
});

describe('the explanation', () => {
  const explain = (compare: CompareMode, actual: string, expected: string): string =>
    explainOutput(actual, { compare, expected }, 1e-6, sayIn(english));

  it.each<[CompareMode, string, string, string]>([
    ['lines', 'a\nx\ty\n', 'a\nb', 'Line 2 is "x\\ty", expected "b".'],
    ['lines', 'a', 'a\nb', 'Line 2 is missing: expected "b".'],
    ['lines', 'a\nb', 'a', 'Line 2 is one too many: "b".'],
    ['lines', 'a  b', 'a b', 'Line 1 differs only in its spaces: it is "a  b", expected "a b".'],
    [
      'lines',
      'hello',
      'Hello',
      'Line 1 differs only in capital and small letters: it is "hello", expected "Hello".'
    ],
    ['exact', 'a \n', 'a', 'Line 1 differs only in its spaces: it is "a ", expected "a".'],
    ['exact', 'a\n\n', 'a', 'Line 2 is one too many: "".'],
    ['numbers', 'a 0.30000000001\nb 2', 'a 0.3\nb 1', 'Line 2 is "b 2", expected "b 1".'],
    ['numbers', '0.30000000001 2', '0.3\n1', 'Word 2 is "2", expected "1".'],
    ['tokens', 'a\nb d', 'a b c', 'Word 3 is "d", expected "c".'],
    ['tokens', 'a\nb', 'a b c', 'Word 3 is missing: expected "c".'],
    ['tokens', 'a\nb c', 'a b', 'Word 3 is one too many: "c".'],
    ['unordered', 'b\na\na', 'a\nb\nc', 'The line "c" is missing from what your code printed.'],
    ['unordered', 'b\na\na', 'a\nb', 'The line "a" is not expected, or not as often.'],
    ['contains', 'x', 'a', 'The expected text is not in what your code printed.'],
    [
      'contains',
      'a\nx',
      'a\nb',
      'The expected lines are not in what your code printed. The first that is nowhere in it: "b".'
    ],
    [
      'contains',
      'b\na',
      'a\nb',
      'Your code printed the expected lines, but not one right after the other, in their order.'
    ],
    ['regex', 'x', 'a', 'What your code printed does not have the expected form.'],
    ['lines', ' \n', 'a', 'Your code printed nothing. Print the answer with print(…).']
  ])('of %s, %j against %j', (compare, actual, expected, message) => {
    expect(explain(compare, actual, expected)).toBe(message);
  });

  it('cites a long line from where it begins to differ', () => {
    const long = 'x'.repeat(200);
    expect(explain('lines', `${long}ab`, `${long}cb`)).toMatch(
      /^Line 1 is "…x{60}ab", expected "…x{60}cb"\.$/
    );
  });

  it('never shows a sealed text', () => {
    const sealed = { salt: 's', sha256: sealedHash('secret', 'lines', 's') };
    const message = explainOutput('x', { compare: 'lines', sealed }, 1e-6, sayIn(english));
    expect(message).not.toContain('secret');
  });
});
