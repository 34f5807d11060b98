import { expect, test } from 'vitest';
import fc from 'fast-check';
import { inlineRuns } from './inline-code.js';

test.each([
  ['plain', [['plain', false]]],
  [
    '`x` is 1',
    [
      ['x', true],
      [' is 1', false]
    ]
  ],
  [
    'call `f("a")`, then `g`',
    [
      ['call ', false],
      ['f("a")', true],
      [', then ', false],
      ['g', true]
    ]
  ],
  ['a ` alone', [['a ` alone', false]]],
  ['a fence ``` is none', [['a fence ``` is none', false]]],
  ['`no\nend`', [['`no\nend`', false]]]
])('%s', (text, runs) => {
  expect(inlineRuns(text).map((run) => [run.text, run.isCode])).toEqual(runs);
});

test('loses nothing but the backticks around code', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ', '\n') }), (text) => {
      expect(
        inlineRuns(text)
          .map((run) => (run.isCode ? `\`${run.text}\`` : run.text))
          .join('')
      ).toBe(text);
    })
  );
});
