/** A lesson through its instructor's notebook comes back as it was, or with what was edited there. */

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { parseLesson } from '@lectern/lesson';
import { describe, expect, it } from 'vitest';
import { fromNotebook, serializeNotebook, SourceError, toNotebook } from '../index.js';
import { withoutRegions } from '../nbgrader/regions.js';

interface Cell {
  id?: string;
  cell_type: string;
  source: string;
  metadata: Record<string, { kind?: string } | undefined>;
}
interface Notebook {
  cells: Cell[];
}

/** As a file, and read again with each source in one piece. */
function build(text: string): Notebook {
  const options = { edition: 'instructor', grading: new Map(), source: text } as const;
  const file = serializeNotebook(toNotebook(parseLesson(text, { path: 'x.md' }), options));
  const notebook = JSON.parse(file) as { cells: (Omit<Cell, 'source'> & { source: string[] })[] };
  return {
    ...notebook,
    cells: notebook.cells.map((cell) => ({ ...cell, source: cell.source.join('') }))
  };
}

function edit(
  text: string,
  change: (cells: Cell[]) => Cell[] | void
): ReturnType<typeof fromNotebook> {
  const notebook = build(text);
  return fromNotebook({ ...notebook, cells: change(notebook.cells) ?? notebook.cells });
}

function lessonsIn(folder: string): [string, string][] {
  const path = fileURLToPath(new URL(folder, import.meta.url));
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(input|lesson|canonical)\.md$/.test(name))
    .map((name) => [name, readFileSync(`${path}/${name}`, 'utf8')]);
}

const lessons = [
  ...lessonsIn('../../../lesson/test/cases'),
  ...lessonsIn('../../test/cases'),
  ...lessonsIn('../../../../notebooks')
];

describe('nothing edited: the same text', () => {
  it.each(lessons)('%s', (_name, text) => {
    expect(fromNotebook(build(text))).toEqual({ text, lost: [] });
    const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    expect(fromNotebook(build(windows))).toEqual({ text: windows, lost: [] });
  });

  const line = fc.oneof(
    fc.constantFrom(
      '',
      '',
      '---',
      '---challenges---',
      '```',
      '~~~',
      '```python',
      '```diagram a label',
      '$$',
      '<!--',
      ':::',
      '::::',
      ':::note',
      '::::tip Title',
      ':::challenge',
      ':::challenge{id=c1}',
      ':::quiz',
      ':::try-it{answer=text}',
      ':::unknown Title',
      '# One',
      '## Two',
      '===',
      '### Challenge: Title',
      '#### Setup',
      '#### Starter Code',
      '#### Solution',
      '#### Expected Output',
      '- id: c1',
      '- [x] right',
      '[ref]: https://example.org',
      'See [ref].',
      'title: A title',
      '    indented',
      'import os',
      'x = 1',
      '### BEGIN SOLUTION',
      '### END HIDDEN TESTS'
    ),
    fc.string({ unit: fc.constantFrom(...'ab :`~#>-*{}=\\\t"é🙂\u0000\u2028') })
  );
  it('whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.constantFrom('\n', '\r\n'),
        (lines, end) => {
          const text = lines.join(end);
          expect(fromNotebook(build(text)).text).toBe(text);
        }
      ),
      { numRuns: 300 }
    );
  });
});

const sample = readFileSync(
  new URL('../../../cli/test/lessons/canonical.md', import.meta.url),
  'utf8'
);
const cellOf = (cells: Cell[], words: string): Cell => {
  const found = cells.find(({ source }) => source.includes(words));
  if (found === undefined) throw new Error(`no cell has: ${words}`);
  return found;
};

describe('what is edited in the notebook is edited in the text, and only that', () => {
  it.each([
    ['prose', 'A new cook hands you two bowls', 'A cook gives you three plates'],
    ['a callout', 'trusted where it was fitted', 'believed where it was made'],
    ['the first line of code', 'from math import exp', 'from math import e, exp'],
    ['the last line of code', 'print(round(beats(2.0, 1.0), 3))', 'print(beats(2.0, 1.0))'],
    ['art', 'recipe ──► score', 'a dish ──► score'],
    ['a try', 'Which honest, mild dish', 'Which mild dish'],
    ['a listing', 'P(A beats B) = 1', 'P(A > B) = 1'],
    ["a marker's own text", 'Finish the rule so that', 'Complete the rule, so that'],
    ['the solution', 'total -= 3.0', 'total -= 4.0'],
    ['the starter alone', '+ 1.5 for the word', '+ 1.5 for the words']
  ])('%s', (_what, before, after) => {
    const { text, lost } = edit(sample, (cells) => {
      const cell = cellOf(cells, before);
      cell.source = cell.source.replace(before, after);
    });
    expect(lost).toEqual([]);
    expect(text).toBe(sample.replace(before, after));
  });

  it('what starter and solution share, in both', () => {
    const { text } = edit(sample, (cells) => {
      const cell = cellOf(cells, '### BEGIN SOLUTION');
      cell.source = cell.source.replace('total = 0.0', 'total = 0');
    });
    expect(text).toBe(sample.replaceAll('total = 0.0', 'total = 0'));
  });

  it('cells that are added, moved and removed', () => {
    const { text, lost } = edit(sample, (cells) => {
      const [first, second] = [
        cells.indexOf(cellOf(cells, 'Every leaderboard')),
        cells.indexOf(cellOf(cells, 'A new cook'))
      ];
      const moved = cells.splice(first, 1);
      cells.splice(second, 0, ...moved);
      const added = { cell_type: 'code', source: 'print("```")\n```\n1', metadata: {} };
      return [...cells.slice(0, 2), added, ...cells.slice(2)].filter(
        ({ source }) => !source.includes('**Definition**')
      );
    });
    expect(lost).toEqual([]);
    expect(text).not.toContain(':::definition');
    expect(text.indexOf('Every leaderboard')).toBeLessThan(text.indexOf('A new cook'));
    const { body, challenges } = parseLesson(text);
    expect(challenges[0]?.id).toBe('taste-01-c1');
    expect(body.some((block) => 'source' in block && block.source === 'print("```")\n```\n1')).toBe(
      true
    );
  });

  it('a fence whose code would close it', () => {
    const { text } = edit(sample, (cells) => {
      const cell = cellOf(cells, 'def beats');
      cell.source = 'x = """\n```\n````\n"""';
    });
    expect(text).toContain('`````python\nx = """\n```\n````\n"""\n`````\n');
  });

  it('any prose at all', () => {
    const prose = fc
      .string({ unit: fc.constantFrom(...'abc é🙂.,\n') })
      .filter((text) => /^\S/.test(text) && /\S$/.test(text));
    fc.assert(
      fc.property(prose, (written) => {
        const { text, lost } = edit('# T\n\nBefore.\n\n```python\n1\n```\n\nAfter.\n', (cells) => {
          cellOf(cells, 'After.').source = written;
        });
        expect(lost).toEqual([]);
        expect(text).toBe(`# T\n\nBefore.\n\n\`\`\`python\n1\n\`\`\`\n\n${written}\n`);
      })
    );
  });
});

describe('what cannot be carried back is told', () => {
  it('text that the builder wrote', () => {
    const { text, lost } = edit(sample, (cells) => {
      const cell = cellOf(cells, '**Definition**');
      cell.source = cell.source.replace('**Definition**', '**Meaning**');
    });
    expect(text).toBe(sample);
    expect(lost).toMatchObject([
      { text: '**Meaning**', reason: expect.stringContaining('builder') as string }
    ]);
  });
  it("a student's notebook", () => {
    const notebook = toNotebook(parseLesson(sample), { edition: 'student', grading: new Map() });
    expect(() => fromNotebook(notebook)).toThrow(SourceError);
    expect(() => fromNotebook(null)).toThrow('does not carry its lesson');
  });
  it('the copy that nbgrader makes for students', () => {
    expect(() =>
      edit(sample, (cells) => {
        for (const cell of cells)
          if (cell.metadata['nbgrader']) cell.source = withoutRegions(cell.source);
      })
    ).toThrow('is a student’s copy');
  });
});
