/** Laws that hold for any text at all. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLesson } from '../index.js';
import { importLesson, type ImportKind } from './index.js';
import { firstLostWord } from './testing/words.js';

const word = fc.constantFrom(
  ...'alpha beta gamma Delta Why how The PPO x2 naïve 数据 don’t e.g. $5 $x$ a*b <T> [1]: it’s _under_ `code` C++ → •'.split(
    ' '
  )
);
const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 18 }), fc.constantFrom('', '.', '?', ':', '!'))
  .map(([parts, end]) => parts.join(' ') + end);

/** Lines as people paste them. */
const textLine = fc.oneof(
  { weight: 4, arbitrary: sentence },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '',
      '',
      '',
      '---',
      '=====',
      'Quick Quiz',
      'Practice',
      'Conceptual questions',
      'A Title Line',
      'Step 1: Begin',
      '1. First Part',
      '2.1 Second part',
      '• one thing',
      '  ◦ a deeper thing',
      '- dashed',
      '1. first',
      '2) second',
      '☐ to tick',
      '•',
      'ℹ️ Definition: a thing that is defined',
      '⚠️ Warning',
      'Note: take note of it',
      'def f(x):',
      'return x',
      '    return x + 1',
      'import math',
      'x = f(3)',
      'print(x)',
      'for i in range(3):',
      '# a comment',
      '"""open',
      'y = [',
      '>>> 1 + 1',
      '$ pip install thing',
      'a\tb\tc',
      '1\t2\t3',
      'a | b | c',
      '| a | b |',
      '| --- | --- |',
      'Value',
      '20',
      '┌───┐',
      '│ a │',
      '+---+',
      '```',
      '```python',
      '~~~',
      '$$',
      '\\[',
      'E = mc^2',
      '\\]',
      ':::note',
      ':::',
      '---challenges---',
      '# hash',
      '## two hashes',
      '> quoted',
      '<div>',
      '<!-- comment',
      '[ref]: target',
      '    indented four',
      '{',
      '  "key": 1,',
      '}',
      '© Course 2024',
      'Reader: "which?"',
      'Writer: "that one"',
      'Which is it, this or that?',
      'It costs $5 or $10, and $x$ too.',
      'the gaugeA convention that is glued',
      'the PPOProximal Policy Optimisation method'
    )
  }
);
const lineEnd = fc.constantFrom('\n', '\n', '\r\n');
const text = fc
  .array(fc.tuple(textLine, lineEnd), { maxLength: 30 })
  .map((lines) => lines.map((parts) => parts.join('')).join(''));

const KINDS: ImportKind[] = ['text', 'markdown'];

describe.each(KINDS)('any text, read as %s,', (kind) => {
  it('loses no word, and keeps their order', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(text, (source) => {
        const { markdown } = importLesson(source, { path: 'a/some-file.txt', kind });
        expect({ markdown, lost: firstLostWord(source, markdown) }).toEqual({
          markdown,
          lost: null
        });
      }),
      { numRuns: 200 }
    );
  });

  it('stays as it is when the draft is imported again', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(text, (source) => {
        const { markdown } = importLesson(source, { kind });
        expect(importLesson(markdown, { path: 'draft.lesson.md' }).markdown).toBe(markdown);
      }),
      { numRuns: 50 }
    );
  });

  it('has guesses that lie in the draft', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(text, (source) => {
        const { markdown, diagnostics } = importLesson(source, { kind });
        const lines = markdown.split('\n');
        for (const { range } of diagnostics) {
          expect(range.start.offset).toBeLessThanOrEqual(range.end.offset);
          for (const { line, column } of [range.start, range.end]) {
            expect(column - 1).toBeLessThanOrEqual(lines[line - 1]?.length ?? -1);
          }
        }
      }),
      { numRuns: 100 }
    );
  });
});

describe('any plain text', () => {
  it(
    'becomes a lesson without errors, but for quizzes without an answer',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(text, (source) => {
          const { markdown } = importLesson(source, { kind: 'text' });
          const errors = parseLesson(markdown).diagnostics.filter(
            ({ severity, rule }) => severity === 'error' && !rule.startsWith('quiz/')
          );
          expect({ markdown, errors }).toEqual({ markdown, errors: [] });
        }),
        { numRuns: 150 }
      );
    }
  );

  it('never has code that lost its indentation running', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('for i in range(3):', 'def g(a):', 'if x == 1:'),
        (source, opener) => {
          const code = `${opener}\nprint(1)\n`;
          const { markdown } = importLesson(`${source}\n\n${code}`, { kind: 'text' });
          const cells = parseLesson(markdown).body.filter((block) => block.kind === 'code');
          expect(cells.filter((cell) => cell.source.includes(opener))).toEqual([]);
        }
      ),
      { numRuns: 200 }
    );
  });
});
