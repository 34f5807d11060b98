/** A learner's answers, read out of notebooks that have been through what notebooks go through. */

import fc from 'fast-check';
import { parseLesson } from '@lectern/lesson';
import { describe, expect, it } from 'vitest';
import { serializeNotebook, toNotebook } from '../index.js';
import { identifyLesson } from './identify-lesson.js';
import { parseSubmission, type SubmittedNotebook } from './parse-submission.js';
import { WorkReader, type Work } from './read-work.js';

const challenge = (id: string, starter: string): string =>
  `### Challenge: Task ${id}\n\n- id: ${id}\n\nWrite ${id}.\n\n#### Starter Code\n\n\`\`\`python\n${starter}\n\`\`\`\n\n#### Solution\n\n\`\`\`python\n${starter}\n\`\`\`\n`;

const STARTERS = {
  area: 'def area(w, h):\n    # YOUR CODE HERE\n    return 0\n\nprint(area(2, 3))',
  label: 'def label(n):\n    return ""\n\ndef shout(text):\n    return text\n\nprint(label(4))',
  table: 'rows = []\nfor row in rows:\n    print(row)'
};
const ANSWERS: Record<string, string> = {
  area: 'def area(w, h):\n    product = w * h\n    return product\n\nprint(area(2, 3))',
  label:
    'def shout(text):\n    return text.upper()\n\ndef label(n):\n    return "#" * n\n\nprint(label(4))',
  table: 'lines = ["a", "b"]\nfor each in lines:\n    print(each, "!")'
};
type Id = keyof typeof STARTERS;
const IDS = Object.keys(STARTERS) as Id[];

const LESSON = parseLesson(
  `---\nid: shapes\ntitle: Shapes\n---\n\n# Shapes\n\n${IDS.map((id) => `## About ${id}\n\nSome prose on ${id}.\n\n\`\`\`python\nexample_${id} = 1\n\`\`\`\n\n:::challenge{id=${id}}\n:::\n`).join('\n')}\n:::quiz{id=q1}\nWhich?\n\n- [x] one\n- [ ] two\n:::\n\n---challenges---\n\n${IDS.map((id) => challenge(id, STARTERS[id])).join('\n')}`
);
const OTHER = parseLesson(
  `---\nid: other\ntitle: Other\n---\n\n# Other\n\nNothing of the kind.\n\n---challenges---\n\n${challenge('volume', 'def volume(a):\n    return 0')}`
);
const reader = new WorkReader(LESSON);
const readers = [new WorkReader(OTHER), reader];

interface Cell {
  id?: string;
  cell_type: string;
  source: string;
  metadata: Record<string, unknown>;
}
interface Notebook {
  cells: Cell[];
  metadata: Record<string, unknown>;
  nbformat: number;
  nbformat_minor: number;
}

function built(answers: Record<string, string> = ANSWERS): Notebook {
  const options = { edition: 'student', grading: new Map() } as const;
  const notebook = JSON.parse(JSON.stringify(toNotebook(LESSON, options))) as Notebook;
  for (const cell of notebook.cells) {
    const id = cell.id?.replace(/-answer$/, '') ?? '';
    if (answers[id] !== undefined && cell.cell_type === 'code') cell.source = answers[id];
  }
  return notebook;
}

function answerCell(notebook: Notebook, id: Id): Cell {
  const cell = notebook.cells.find((one) => one.id === `${id}-answer`);
  if (cell === undefined) throw new Error(`no ${id}`);
  return cell;
}

function read(notebook: unknown): Work {
  const submitted = parseSubmission(
    typeof notebook === 'string' ? notebook : JSON.stringify(notebook)
  );
  if ('reason' in submitted) throw new Error(submitted.reason);
  return reader.read(submitted.cells);
}
const answersOf = (notebook: unknown): Record<string, string> =>
  Object.fromEntries(read(notebook).answers);
const notesOf = (notebook: unknown): string[] =>
  read(notebook).notes.map(({ about, text }) => `${about}: ${text}`);
const strip = (cell: Cell): void => {
  cell.metadata = {};
  delete cell.id;
};

describe('an undamaged notebook', () => {
  it('gives every answer, with nothing to note', () => {
    expect(answersOf(built())).toEqual(ANSWERS);
    expect(notesOf(built())).toEqual([]);
  });

  it('as a file that nbformat wrote, with other line ends and a byte order mark', () => {
    const text = serializeNotebook(built() as never).replaceAll(String.raw`\n"`, String.raw`\r\n"`);
    expect(answersOf(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(ANSWERS);
  });

  it.each([0, 1, 2, 3, 4, 7])('in nbformat 4.%i', (minor) => {
    const notebook = built();
    notebook.nbformat_minor = minor;
    if (minor < 5) for (const cell of notebook.cells) delete cell.id;
    expect(answersOf(notebook)).toEqual(ANSWERS);
  });

  it('in nbformat 3', () => {
    const notebook = built();
    const cells = notebook.cells.map(({ cell_type, source, metadata }) =>
      cell_type === 'code'
        ? { cell_type, input: source.split(/(?<=\n)/), language: 'python', metadata, outputs: [] }
        : { cell_type, source, metadata }
    );
    const old = { metadata: notebook.metadata, nbformat: 3, worksheets: [{ cells }] };
    expect(answersOf(old)).toEqual(ANSWERS);
  });
});

describe('copies', () => {
  const withCopy = (original: string, copy: string): Notebook => {
    const notebook = built({ ...ANSWERS, area: original });
    const at = notebook.cells.indexOf(answerCell(notebook, 'area'));
    notebook.cells.splice(at + 1, 0, {
      ...structuredClone(answerCell(notebook, 'area')),
      id: 'copied',
      source: copy
    });
    return notebook;
  };

  it('the one that was worked in counts, before or after', () => {
    expect(answersOf(withCopy(STARTERS.area, ANSWERS['area'] ?? ''))).toEqual(ANSWERS);
    expect(answersOf(withCopy(ANSWERS['area'] ?? '', STARTERS.area))).toEqual(ANSWERS);
    expect(notesOf(withCopy(STARTERS.area, ANSWERS['area'] ?? ''))).toEqual([]);
  });

  it('of two that were, the last, and that is said', () => {
    const second = 'def area(w, h):\n    return h * w';
    const notebook = withCopy(ANSWERS['area'] ?? '', second);
    expect(answersOf(notebook)['area']).toBe(second);
    expect(notesOf(notebook)).toEqual([
      expect.stringMatching(/^area: The answer stands in 2 cells that differ; the one in cell \d+/)
    ]);
  });

  it('scratch work in a copy does not', () => {
    expect(answersOf(withCopy(ANSWERS['area'] ?? '', 'print(area(5, 5))'))).toEqual(ANSWERS);
  });

  it('one put in the place of another challenge does not, where the other is worked in', () => {
    const notebook = built();
    const copy = { ...structuredClone(answerCell(notebook, 'area')), id: 'copied' };
    copy.source = 'def area(w, h):\n    return "something else"';
    notebook.cells.push(copy);
    expect(answersOf(notebook)).toEqual(ANSWERS);
  });
});

describe('pieces', () => {
  const split = (line: number, second: Partial<Cell>): Notebook => {
    const notebook = built();
    const cell = answerCell(notebook, 'area');
    const lines = cell.source.split('\n');
    const at = notebook.cells.indexOf(cell);
    const rest = { ...structuredClone(cell), ...second, source: lines.slice(line).join('\n') };
    cell.source = lines.slice(0, line).join('\n');
    notebook.cells.splice(at + 1, 0, rest);
    return notebook;
  };

  it.each([
    ['a copy of the metadata', { id: 'second' }],
    ['no metadata', { id: 'second', metadata: {} }]
  ])('are joined, the second with %s', (_, second) => {
    const notebook = split(4, second);
    expect(answersOf(notebook)).toEqual(ANSWERS);
    expect(notesOf(notebook)).toEqual([
      'area: The answer was split into 2 cells, which were joined.'
    ]);
  });
});

describe('marks that are gone', () => {
  it('the metadata: by the cell’s id', () => {
    const notebook = built();
    for (const cell of notebook.cells) cell.metadata = {};
    expect(answersOf(notebook)).toEqual(ANSWERS);
  });

  it('the id, too: by nbgrader’s', () => {
    const notebook = built();
    for (const cell of notebook.cells) {
      cell.metadata = { nbgrader: { grade_id: cell.id } };
      delete cell.id;
    }
    expect(answersOf(notebook)).toEqual(ANSWERS);
  });

  it('everything: by what it holds and where it stands, which is said', () => {
    const notebook = built();
    for (const cell of notebook.cells) strip(cell);
    expect(answersOf(notebook)).toEqual(ANSWERS);
    expect(notesOf(notebook)).toHaveLength(4);
  });

  it('and the cells were moved: by what they hold, or not at all', () => {
    const notebook = built();
    for (const cell of notebook.cells) strip(cell);
    notebook.cells.reverse();
    const { table: _, ...named } = ANSWERS;
    expect(answersOf(notebook)).toEqual(named);
    expect(notesOf(notebook)).toContain('table: The answer’s cell is not in the notebook.');
  });

  it('the lesson is told by its challenges, or by its text', () => {
    const bare = built();
    bare.metadata = {};
    const identified = (notebook: Notebook): unknown =>
      identifyLesson(parseSubmission(JSON.stringify(notebook)) as SubmittedNotebook, readers);
    expect(identified(bare)).toMatchObject({ reader, isGuess: true });
    for (const cell of bare.cells) strip(cell);
    expect(identified(bare)).toMatchObject({ reader, isGuess: true });
    bare.cells = bare.cells.slice(0, 2);
    expect(identified(bare)).toEqual({
      reason: 'does not say which lesson it was made from, and its text is of none.'
    });
  });
});

it('an answer in a cell of text is read as code, which is said', () => {
  const notebook = built();
  answerCell(notebook, 'area').cell_type = 'markdown';
  expect(answersOf(notebook)).toEqual(ANSWERS);
  expect(notesOf(notebook)).toEqual([
    'area: The answer stands in a Markdown cell; it was read as code.'
  ]);
});

it('an answer that is gone is none, and that is said', () => {
  const notebook = built();
  notebook.cells = notebook.cells.filter(({ id }) => id !== 'area-answer');
  const { area: _, ...rest } = ANSWERS;
  expect(answersOf(notebook)).toEqual(rest);
  expect(notesOf(notebook)).toEqual(['area: The answer’s cell is not in the notebook.']);
});

it('what nbgrader leaves to students is the starter', () => {
  const solved = '#### Solution\n\n```python\ndef area(w, h):\n    return w * h\n```\n';
  const text = `---\nid: one\ntitle: One\n---\n\n# One\n\n---challenges---\n\n${challenge('area', STARTERS.area)}`;
  const lesson = parseLesson(text.replace(/#### Solution[\s\S]*/, solved));
  const instructors = toNotebook(lesson, { edition: 'instructor', grading: new Map() });
  const notebook = JSON.parse(JSON.stringify(instructors)) as Notebook;
  const cell = answerCell(notebook, 'area');
  const released = (cell.metadata['lectern'] as { base: string }).base;
  expect(released).toContain('raise NotImplementedError()');
  const answerIn = (source: string): string | undefined => {
    cell.source = source;
    const submitted = parseSubmission(JSON.stringify(notebook)) as SubmittedNotebook;
    return new WorkReader(lesson).read(submitted.cells).answers.get('area');
  };
  expect(answerIn(released)).toBe(STARTERS.area);
  expect(answerIn(`${released}\n# mine`)).toBe(`${released}\n# mine`);
});

it('responses to quizzes, the last that was given', () => {
  const notebook = built();
  const quiz = notebook.cells.find(({ id }) => id === 'q1-quiz') as Cell;
  const respond = (cell: Cell, response: unknown): void => {
    (cell.metadata['lectern'] as Record<string, unknown>)['progress'] = { response };
  };
  respond(quiz, ['key']);
  notebook.cells.push({ ...structuredClone(quiz), id: 'copy' });
  respond(notebook.cells.at(-1) as Cell, null);
  expect(read(notebook).responses).toEqual(new Map([['q1', ['key']]]));
});

describe('what is no notebook', () => {
  it.each([
    ['', 'is empty.'],
    ['  \n', 'is empty.'],
    ['{"cells": [{"cell_type', 'is a damaged notebook: its JSON is cut off or broken.'],
    ['print(1)', 'is not a notebook.'],
    ['[1]', 'is not a notebook.'],
    ['null', 'is not a notebook.'],
    ['{"a": 1}', 'is JSON, but not a notebook: it has no cells.']
  ])('%j', (text, reason) => {
    expect(parseSubmission(text)).toEqual({ reason });
  });
});

describe('whatever happens to the cells', () => {
  /** Each line of an answer says whose it is. */
  const tagged = Object.fromEntries(
    IDS.map((id) => [id, (ANSWERS[id] ?? '').replace(/(?<=\S)$/gm, `  # of ${id}`)])
  );
  type Damage = (cells: Cell[], at: number, other: number) => void;
  const inPlace: Record<string, Damage> = {
    delete: (cells, at) => void cells.splice(at, 1),
    duplicate: (cells, at) =>
      void cells.splice(at, 0, { ...structuredClone(cells[at] as Cell), id: `copy-${at}` }),
    'strip metadata': (cells, at) => void Object.assign(cells[at] as Cell, { metadata: {} }),
    'strip all': (cells, at) => strip(cells[at] as Cell),
    'strip all of all': (cells) => cells.forEach(strip),
    'new id': (cells, at) => void Object.assign(cells[at] as Cell, { id: `new-${at}` }),
    retype: (cells, at) => void Object.assign(cells[at] as Cell, { cell_type: 'markdown' }),
    empty: (cells, at) => void Object.assign(cells[at] as Cell, { source: '' }),
    damage: (cells, at) =>
      void Object.assign(cells[at] as Cell, { metadata: { lectern: { kind: 7 } }, source: 3 }),
    split: (cells, at, other) => {
      const cell = cells[at] as Cell;
      const lines = String(cell.source).split('\n');
      const line = other % (lines.length + 1);
      const rest = { ...structuredClone(cell), id: `rest-${at}-${other}` };
      rest.source = lines.slice(line).join('\n');
      if (other % 2 === 0) rest.metadata = {};
      cell.source = lines.slice(0, line).join('\n');
      cells.splice(at + 1, 0, rest);
    }
  };
  const moving: Record<string, Damage> = {
    ...inPlace,
    move: (cells, at, other) => {
      const [cell] = cells.splice(at, 1);
      cells.splice(other % (cells.length + 1), 0, cell as Cell);
    },
    reverse: (cells) => void cells.reverse()
  };
  const damages = (kinds: Record<string, Damage>): fc.Arbitrary<[string, number, number][]> =>
    fc.array(fc.tuple(fc.constantFrom(...Object.keys(kinds)), fc.nat(), fc.nat()), {
      maxLength: 12
    });
  const damaged = (
    kinds: Record<string, Damage>,
    answers: Record<string, string>,
    steps: [string, number, number][]
  ): Notebook => {
    const notebook = built(answers);
    for (const [name, at, other] of steps) {
      if (notebook.cells.length > 0)
        kinds[name]?.(notebook.cells, at % notebook.cells.length, other);
    }
    return notebook;
  };
  const strangers = (notebook: Notebook): string[] =>
    [...read(notebook).answers].flatMap(([id, source]) =>
      [...source.matchAll(/# of (\w+)/g)].map(([, of = '']) => of).filter((of) => of !== id)
    );

  it('nobody is given the answer to another challenge', () => {
    fc.assert(
      fc.property(damages(inPlace), (steps) => {
        expect(strangers(damaged(inPlace, tagged, steps))).toEqual([]);
      }),
      { numRuns: 300 }
    );
  });

  it('nor where cells were moved, of answers that define what was asked for', () => {
    const { table: _, ...named } = tagged;
    fc.assert(
      fc.property(damages(moving), (steps) => {
        expect(strangers(damaged(moving, named, steps))).toEqual([]);
      }),
      { numRuns: 300 }
    );
  });

  it('an answer whose cell keeps its mark is found whole, whatever becomes of the others', () => {
    fc.assert(
      fc.property(damages(moving), (steps) => {
        const notebook = damaged(moving, tagged, []);
        const kept = answerCell(notebook, 'area');
        const others = notebook.cells.filter((cell) => cell !== kept);
        for (const [name, at, other] of steps) {
          if (others.length > 0) moving[name]?.(others, at % others.length, other);
        }
        expect(read({ ...notebook, cells: [...others, kept] }).answers.get('area')).toBe(
          tagged['area']
        );
      }),
      { numRuns: 100 }
    );
  });
});
