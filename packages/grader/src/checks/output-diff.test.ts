import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompareMode } from '@lectern/lesson';
import { outputDiff } from './output-diff.js';
import { sameOutput } from './output.js';

function diff(compare: CompareMode, actual: string, expected: string): string[] | undefined {
  return outputDiff(actual, { compare, expected }, 1e-6)?.map(({ mark, text }) => mark + text);
}

it.each<[CompareMode, string, string, string[]]>([
  ['lines', 'a\nc\nd\n', 'a\nb\nd', [' a', '-b', '+c', ' d']],
  ['lines', 'a', 'a\nb', [' a', '-b']],
  ['lines', 'a  b', 'a b', ['-a·b', '+a··b']],
  ['lines', 'x\n\ta', 'x\n    a', [' x', '-····a', '+→a']],
  ['lines', 'a\n\nb', 'a\nb', [' a', '+¶', ' b']],
  ['lines', 'a  c', 'a b', ['-a b', '+a  c']],
  ['exact', 'a \nb', 'a\nb', ['-a', '+a·', ' b']],
  ['numbers', 'x 0.30000000001\ny 2', 'x 0.3\ny 1', [' x 0.30000000001', '-y 1', '+y 2']],
  ['numbers', '0.1 0.2 0.9', '0.1\n0.2\n0.3', [' 0.1 0.2', '-0.3', '+0.9']],
  ['tokens', 'a b\nx d', 'a b c d', [' a b', '-c', '+x', ' d']],
  ['unordered', 'c\na\na', 'a\nb\nc', [' c', ' a', '+a', '-b']]
])('of %s, %j against %j', (compare, actual, expected, lines) => {
  expect(diff(compare, actual, expected)).toEqual(lines);
});

it.each<[CompareMode]>([['contains'], ['regex']])('there is none of %s', (compare) => {
  expect(diff(compare, 'a', 'b')).toBeUndefined();
});

it('a sealed text has none', () => {
  const sealed = { salt: 's', sha256: 'x' };
  expect(outputDiff('a', { compare: 'lines', sealed }, 1e-6)).toBeUndefined();
});

it('shows forty lines around the first difference, and cuts long ones', () => {
  const lines = Array.from({ length: 5_000 }, (_, index) => `line ${index}`);
  const expected = lines.join('\n');
  const actual = lines.with(3_000, 'y'.repeat(1_000)).join('\n');
  const shown = diff('lines', actual, expected) ?? [];
  expect(shown).toHaveLength(40);
  expect(shown[0]).toBe(' line 2995');
  expect(shown[5]).toBe('-line 3000');
  expect(shown[6]).toMatch(/^\+y+…$/);
  expect(shown.at(-1)).toBe(' …');
});

it('takes no time over outputs that have nothing in common', () => {
  const many = (text: string): string =>
    Array.from({ length: 30_000 }, (_, n) => text + n).join('\n');
  const started = performance.now();
  for (const compare of ['lines', 'exact', 'tokens', 'numbers', 'unordered'] as const) {
    expect(diff(compare, many('a'), many('b'))).toHaveLength(40);
  }
  expect(performance.now() - started).toBeLessThan(20_000); // all against all would take minutes
});

describe('a law', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', ' ', '\n', '0.5', '2', '\t', 'a b'), { maxLength: 12 })
    .map((parts) => parts.join(''));
  const mode = fc.constantFrom<CompareMode>('lines', 'exact', 'tokens', 'numbers', 'unordered');

  it('there is a difference to show wherever the check fails, and none where it passes', () => {
    fc.assert(
      fc.property(mode, text, text, (compare, actual, expected) => {
        const shown = diff(compare, actual, expected);
        expect(shown === undefined).toBe(sameOutput(actual, { compare, expected }, 1e-6));
      })
    );
  });
});
