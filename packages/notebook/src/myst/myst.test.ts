import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseLesson, type Lesson } from '@lectern/lesson';
import { describe, expect, it } from 'vitest';
import { fromMyst, toMyst } from './index.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const parse = (text: string): Lesson => parseLesson(text, { path: 'x/lesson.md' });

/** What a lesson says, wherever in the text it says it. */
function meaning(lesson: Lesson): unknown {
  const { version: _v, sha256: _s, diagnostics: _d, ...rest } = lesson;
  return JSON.parse(
    JSON.stringify(rest, (key, value: unknown) =>
      key === 'range' || key === 'leftovers' ? undefined : value
    )
  );
}

const LESSONS = [
  '../../../cli/test/lessons/canonical.md',
  '../../../../notebooks/why-preferences/lesson.md',
  '../../../../notebooks/reward-models/lesson.md',
  '../../test/cases/challenges/input.md',
  '../../test/cases/blocks/input.md',
  ...readdirSync(new URL('../../../lesson/test/cases/', import.meta.url))
    .filter((name) =>
      ['directives', 'code-fences', 'placement', 'quiz-and-experiment'].includes(name)
    )
    .map((name) => `../../../lesson/test/cases/${name}/input.md`)
];

describe('a lesson through MyST means the same', () => {
  it.each(LESSONS)('%s', (path) => {
    const text = read(path);
    const lesson = parse(text);
    const { text: back, problems } = fromMyst(toMyst(lesson, text));
    expect(problems).toEqual([]);
    expect(meaning(parse(back))).toEqual(meaning(lesson));
    // And from there on it is the same text.
    expect(fromMyst(toMyst(parse(back), back)).text).toBe(back);
  });
});

it('is written as sphinx-exercise and MyST-NB read it', () => {
  const text = read('../../../cli/test/lessons/canonical.md');
  const myst = toMyst(parse(text), text);
  expect(myst).toMatch(/^---\njupytext:\n[\s\S]*\nkernelspec:\n[\s\S]*\nid: taste-01\n/);
  expect(myst).toContain('```{exercise-start} A Scoring Rule\n:label: taste-01-c1\n```\n');
  expect(myst).toContain(
    '```{exercise-end}\n```\n\n```{solution-start} taste-01-c1\n:class: dropdown\n```\n'
  );
  expect(myst).toContain('```{solution-end}\n```\n');
  expect(myst).toContain('```{code-cell} ipython3\nfrom math import exp\n');
  expect(myst).toContain(
    ':::{admonition} Definition\n:class: lectern-definition\n\n**Proxy score**'
  );
});

describe('MyST that others wrote', () => {
  const found = fromMyst(
    [
      '---',
      'kernelspec:',
      '  name: python3',
      'title: Loops',
      '---',
      '',
      '(loops)=',
      '# Loops',
      '',
      '% a remark',
      '',
      '```{note}',
      'Read {ref}`this` first.',
      '```',
      '',
      '```python',
      'shown = 1',
      '```',
      '',
      '```{code-cell} ipython3',
      ':tags: [raises-exception]',
      '',
      '1 / 0',
      '```',
      '',
      '+++',
      '',
      '```{exercise} Sum',
      ':label: My_Sum',
      '',
      'Add them up.',
      '```',
      '',
      '```{solution} My_Sum',
      '',
      'With `sum`.',
      '',
      '```',
      '',
      '````{exercise-start}',
      ':label: twice',
      '````',
      '',
      'Double it.',
      '',
      '```{code-cell}',
      'x = 1',
      '```',
      '',
      '````{exercise-end}',
      '````',
      '',
      '```{solution-start} twice',
      '```',
      '',
      '```{code-cell}',
      'x = 2',
      '```',
      '',
      'Since 2 is 1 twice.',
      '',
      '```{solution-end}',
      '```',
      '',
      '```{tableofcontents}',
      '```',
      ''
    ].join('\n')
  );
  const lesson = parse(found.text);

  it('becomes a lesson', () => {
    expect(lesson.title).toBe('Loops');
    expect(lesson.body.map(({ kind }) => kind)).toEqual([
      'prose',
      'prose',
      'directive',
      'listing',
      'code',
      'challenge-place',
      'challenge-place',
      'listing'
    ]);
    expect(lesson.challenges).toMatchObject([
      { id: 'my-sum', title: 'Sum', prose: 'Add them up.', explanation: 'With `sum`.' },
      { id: 'twice', starter: 'x = 1', solution: 'x = 2', explanation: 'Since 2 is 1 twice.' }
    ]);
    expect(found.text).toContain('<!-- a remark -->');
    expect(found.text).not.toContain('kernelspec');
  });
  it('and what has no place in one is told', () => {
    expect(found.problems).toEqual([
      'The exercise my-sum has no code cell; its starter is a comment.',
      expect.stringMatching(/^Line \d+, \{tableofcontents\}: a lesson has no such directive/)
    ]);
  });
});

it('loses no word of any text', () => {
  const line = fc.oneof(
    fc.nat(99).map((number) => `word${number}`),
    fc.constantFrom(
      '',
      '```',
      '```{exercise-start} A',
      '```{exercise-end}',
      '```{exercise} B',
      '```{solution-start} a',
      '```{solution-end}',
      ':label: a',
      '```{code-cell}',
      '````{note}',
      '````',
      ':::{admonition} C',
      ':::{unheard}',
      ':::',
      '% lectern {"points":"2"}',
      '% lectern task',
      '---',
      '#### Solution'
    )
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
      const myst = `# T\n${lines.join('\n')}`;
      const { text } = fromMyst(myst);
      expect(lines.filter((word) => word.startsWith('word') && !text.includes(word))).toEqual([]);
    }),
    { numRuns: 300 }
  );
});
