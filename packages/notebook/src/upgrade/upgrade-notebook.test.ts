/** What an upgrade keeps and brings, case by case, on notebooks as they are built. */

import type { ICell, INotebookContent } from '@jupyterlab/nbformat';
import { parseLesson } from '@lectern/lesson';
import { describe, expect, it } from 'vitest';
import { toNotebook, UpgradeError, upgradeNotebook, type ChangeKind } from '../index.js';

const CHALLENGE = `
---challenges---

### Challenge: Count

- id: count

Count the words.

#### Starter Code

\`\`\`python
def count(text):
    pass
\`\`\`

#### Solution

\`\`\`python
def count(text):
    return len(text.split())
\`\`\`
`;

const BODY = `# Words

Some words on words.

\`\`\`python
text = "to be"
size = 1
print(text)
\`\`\`

## Try

:::try-it
Write one.
:::

## More

The end of it.
`;

function build(body = BODY, challenges = CHALLENGE, id = 'words'): INotebookContent {
  const lesson = parseLesson(`---\nid: ${id}\ntitle: Words\n---\n\n${body}\n${challenges}`);
  return toNotebook(lesson, { edition: 'student', grading: new Map() });
}

const NEWER = BODY.replace('The end of it.', 'The end of it.\n\nAnd more.');

/** As a person sees it: each cell's text. */
const sources = ({ cells }: INotebookContent): string[] =>
  cells.map((cell) => cell.source as string);
const starting = (notebook: INotebookContent, start: string): ICell => {
  const cell = notebook.cells.find(({ source }) => (source as string).startsWith(start));
  if (cell === undefined) throw new Error(`no cell starts with ${start}`);
  return cell;
};
const byId = (notebook: INotebookContent, id: string): ICell => {
  const cell = notebook.cells.find((one) => one['id'] === id);
  if (cell === undefined) throw new Error(`no cell has the id ${id}`);
  return cell;
};
const note = (source: string): ICell => ({
  cell_type: 'markdown',
  id: `n-${source.length}`,
  source,
  metadata: {}
});
const lectern = (cell: ICell): Record<string, unknown> =>
  cell.metadata['lectern'] as unknown as Record<string, unknown>;
const kinds = (notebook: INotebookContent, fresh: INotebookContent): ChangeKind[] =>
  upgradeNotebook(notebook, fresh).changes.map(({ kind }) => kind);

describe('an upgrade', () => {
  it('brings new text and new cells, and says so', () => {
    const fresh = build(NEWER.replace('## More', '```python\nprint("new")\n```\n\n## More'));
    const { notebook, changes, isCurrent } = upgradeNotebook(build(), fresh);
    expect(notebook).toEqual(fresh);
    expect(isCurrent).toBe(false);
    expect(changes).toEqual([
      { kind: 'added', cell: expect.any(String) as string, label: 'Code: print("new")' },
      { kind: 'updated', cell: expect.any(String) as string, label: 'More' }
    ]);
  });

  it('keeps answers, notes after the cell they followed, outputs and progress', () => {
    const old = build();
    const outputs = [{ output_type: 'stream', name: 'stdout', text: 'to be\n' }];
    Object.assign(starting(old, 'text ='), { outputs, execution_count: 3 });
    byId(old, 'count-answer').source = 'def count(text):\n    return 1';
    lectern(byId(old, 'count-answer'))['progress'] = { attempts: 2, passed: true };
    old.cells.splice(2, 0, note('Remember this.'));
    const answer = old.cells.findIndex((cell) => lectern(cell)?.['kind'] === 'answer-code');
    (old.cells[answer] as ICell).source = 'my = "own"';
    const { notebook } = upgradeNotebook(old, build(`${NEWER}\n## Last\n\nText.\n`));
    const texts = sources(notebook);
    expect(texts.indexOf('Remember this.')).toBe(
      texts.findIndex((one) => one.startsWith('text =')) + 1
    );
    expect(texts).toContain('my = "own"');
    expect(starting(notebook, 'text =')).toMatchObject({ outputs, execution_count: 3 });
    const kept = byId(notebook, 'count-answer');
    expect(kept.source).toBe('def count(text):\n    return 1');
    expect(lectern(kept)).toMatchObject({ progress: { attempts: 2, passed: true } });
    expect(lectern(kept)).not.toHaveProperty('earlier');
  });

  it('joins edits of one cell that do not meet', () => {
    const old = build();
    starting(old, 'text =').source = 'text = "to be"\nsize = 1\nprint(text)\nprint("mine")';
    const fresh = build(BODY.replace('text = "to be"', 'text = "or not"'));
    // The first line is part of the id: the cell is found again by its place and its likeness.
    const { notebook, changes } = upgradeNotebook(old, fresh);
    expect(sources(notebook)).toContain('text = "or not"\nsize = 1\nprint(text)\nprint("mine")');
    expect(changes.map(({ kind }) => kind)).toEqual(['merged']);
  });

  it('keeps both where edits meet: the lesson’s cell, then the learner’s, marked', () => {
    const old = build();
    const mine = starting(old, 'text =');
    mine.source = 'text = "to be"\nsize = 2\nprint(text)';
    const fresh = build(BODY.replace('size = 1', 'size = 3'));
    const { notebook, changes, from } = upgradeNotebook(old, fresh);
    const at = notebook.cells.findIndex(
      ({ source }) => source === starting(fresh, 'text =').source
    );
    const copy = notebook.cells[at + 1] as ICell;
    expect(copy.source).toBe(mine.source);
    expect(lectern(copy)).toEqual({ kind: 'kept', reason: 'conflict', version: from });
    expect(changes.map(({ kind }) => kind)).toEqual(['conflict']);
  });

  it('keeps an answer to a challenge that has changed, marks it, and lets its verdict count no longer', () => {
    const old = build();
    byId(old, 'count-answer').source = 'def count(text):\n    return 1';
    lectern(byId(old, 'count-answer'))['progress'] = { passed: true };
    const changed = CHALLENGE.replaceAll('count(text)', 'count(text, sep)');
    const fresh = build(BODY, changed);
    const { notebook, changes, from } = upgradeNotebook(old, fresh);
    const cell = byId(notebook, 'count-answer');
    expect(cell.source).toBe('def count(text):\n    return 1');
    expect(lectern(cell)).toMatchObject({
      base: 'def count(text, sep):\n    pass',
      earlier: [{ version: from, progress: { passed: true } }]
    });
    expect(lectern(cell)).not.toHaveProperty('progress');
    expect(changes).toMatchObject([
      { kind: 'answer-kept', label: 'Challenge: Count (your answer)' }
    ]);
    // Another upgrade leaves the mark.
    const again = upgradeNotebook(notebook, build(NEWER, changed)).notebook;
    expect(lectern(byId(again, 'count-answer'))['earlier']).toHaveLength(1);
  });

  it('brings the new starter where there is no answer', () => {
    const fresh = build(BODY, CHALLENGE.replaceAll('count(text)', 'count(text, sep)'));
    const { notebook, changes } = upgradeNotebook(build(), fresh);
    expect(notebook).toEqual(fresh);
    expect(changes.map(({ kind }) => kind)).toEqual(['updated']);
  });

  it.each([
    ['hint', CHALLENGE.replace('#### Solution', '#### Hints\n\n1. Split.\n\n#### Solution')],
    ['task', CHALLENGE.replace('Count the words.', 'Count all the words.')]
  ])('lets a verdict count on where only the %s has changed', (_, challenges) => {
    const old = build();
    lectern(byId(old, 'count-answer'))['progress'] = { passed: true };
    byId(old, 'count-answer').source = 'def count(text):\n    return 1';
    const { notebook, changes } = upgradeNotebook(old, build(BODY, challenges));
    expect(lectern(byId(notebook, 'count-answer'))['progress']).toEqual({ passed: true });
    expect(changes.map(({ kind }) => kind)).toEqual(['updated']);
  });

  it('brings back cells that the learner deleted or emptied', () => {
    const old = build();
    old.cells = old.cells.filter((cell) => !(cell.source as string).startsWith('## More'));
    starting(old, 'text =').source = '';
    const fresh = build(NEWER.replace('size = 1', 'size = 3'));
    const { notebook, changes } = upgradeNotebook(old, fresh);
    expect(notebook).toEqual(fresh);
    expect(changes.map(({ kind }) => kind)).toEqual(['restored', 'added']);
  });

  it('leaves out what the lesson dropped, unless the learner worked in it', () => {
    const fresh = build(BODY.replace(/## More[^]*/, ''));
    expect(upgradeNotebook(build(), fresh).notebook).toEqual(fresh);
    expect(kinds(build(), fresh)).toEqual(['removed']);
    const old = build();
    starting(old, '## More').source = '## More\n\nThe end of it, I think.';
    const { notebook, changes } = upgradeNotebook(old, fresh);
    expect(lectern(starting(notebook, '## More'))).toMatchObject({
      kind: 'kept',
      reason: 'dropped'
    });
    expect(changes.map(({ kind }) => kind)).toEqual(['kept']);
  });

  it('keeps the answer to a challenge that the lesson dropped, with what was achieved', () => {
    const old = build();
    byId(old, 'count-answer').source = 'def count(text):\n    return 1';
    lectern(byId(old, 'count-answer'))['progress'] = { passed: true };
    const { notebook } = upgradeNotebook(old, build(BODY, ''));
    expect(lectern(starting(notebook, 'def count'))).toMatchObject({
      kind: 'kept',
      reason: 'dropped',
      progress: { passed: true }
    });
  });

  it('does nothing to a notebook that is current, whatever its learner did', () => {
    const old = build();
    old.cells.shift();
    old.cells.push(note('mine'));
    starting(old, 'text =').source = 'other';
    const { notebook, changes, isCurrent } = upgradeNotebook(old, build());
    expect(notebook).toBe(old);
    expect({ changes, isCurrent }).toEqual({ changes: [], isCurrent: true });
  });

  it('takes a new build of the same version, such as one with other checks', () => {
    const fresh = build();
    lectern(byId(fresh, 'count-answer'))['challenge'] = { id: 'count', grading: { format: 2 } };
    expect(upgradeNotebook(build(), fresh)).toMatchObject({ isCurrent: false, notebook: fresh });
  });

  it('keeps what other tools wrote, and takes what is the lesson’s', () => {
    const old = build();
    old.metadata['widgets'] = { state: 1 };
    const cell = starting(old, 'text =');
    Object.assign(cell.metadata, { collapsed: true, nbgrader: { old: 1 }, editable: false });
    cell.metadata.tags = ['mine', 'raises-exception'];
    const fresh = build(NEWER);
    Object.assign(starting(fresh, 'text =').metadata, { nbgrader: { schema_version: 3 } });
    const { notebook } = upgradeNotebook(old, fresh);
    const { lectern: _, ...others } = starting(notebook, 'text =').metadata;
    expect(others).toEqual({ collapsed: true, nbgrader: { schema_version: 3 }, tags: ['mine'] });
    expect(notebook.metadata['widgets']).toEqual({ state: 1 });
  });

  it('treats the response to a quiz as an answer', () => {
    const quiz = (text: string, progress?: unknown): INotebookContent => {
      const notebook = build(text === 'a' ? BODY : NEWER);
      const lecternData = {
        kind: 'quiz',
        base: text,
        quiz: { answer: text },
        ...(progress !== undefined && { progress })
      };
      notebook.cells.push({
        cell_type: 'markdown',
        id: 'q1',
        source: text,
        metadata: { lectern: lecternData as never }
      });
      return notebook;
    };
    const changed = upgradeNotebook(quiz('a', { chosen: [1] }), quiz('b'));
    expect(lectern(byId(changed.notebook, 'q1'))).toMatchObject({
      earlier: [{ progress: { chosen: [1] } }]
    });
    expect(changed.changes.map(({ kind }) => kind)).toContain('answer-kept');
    const dropped = upgradeNotebook(quiz('a', { chosen: [1] }), build(NEWER)).notebook;
    expect(lectern(byId(dropped, 'q1'))).toMatchObject({ kind: 'kept', progress: { chosen: [1] } });
    const same = quiz('a');
    same.metadata = build(NEWER).metadata;
    const { notebook } = upgradeNotebook(quiz('a', { chosen: [1] }), same);
    expect(lectern(byId(notebook, 'q1'))['progress']).toEqual({ chosen: [1] });
  });
});

describe('notebooks that went through other hands', () => {
  it('without cell ids, as nbformat 4.4 has them', () => {
    const old = build();
    old.nbformat_minor = 4;
    byId(old, 'count-answer').source = 'def count(text):\n    return 1';
    const answer = old.cells.find((cell) => lectern(cell)['kind'] === 'answer-code') as ICell;
    answer.source = 'my = 1';
    for (const cell of old.cells) delete cell['id'];
    const fresh = build(NEWER);
    const { notebook, changes } = upgradeNotebook(old, fresh);
    expect(notebook.nbformat_minor).toBe(5);
    expect(notebook.cells.map((cell) => cell['id'])).toEqual(fresh.cells.map((cell) => cell['id']));
    expect(byId(notebook, 'count-answer').source).toBe('def count(text):\n    return 1');
    expect(sources(notebook)).toContain('my = 1');
    expect(changes.map(({ kind }) => kind)).toEqual(['updated']);
  });

  it('with other ids throughout, because the title changed', () => {
    const old = build();
    const answer = old.cells.find((cell) => lectern(cell)['kind'] === 'answer-code') as ICell;
    answer.source = 'my = 1';
    const fresh = build(BODY.replace('# Words', '# About words'));
    const { notebook, changes } = upgradeNotebook(old, fresh);
    expect(sources(notebook)).toContain('my = 1');
    expect(notebook.cells).toHaveLength(fresh.cells.length);
    expect(changes).toMatchObject([{ kind: 'updated', label: 'About words' }]);
  });

  it('with an id twice: the one that was worked in goes on, and nothing is lost', () => {
    const old = build();
    const twin = structuredClone(byId(old, 'count-answer'));
    const third = structuredClone(twin);
    twin.source = 'def count(text):\n    return 2';
    third.source = 'def count(text):\n    return 3';
    old.cells.push(twin, third);
    const { notebook } = upgradeNotebook(old, build(NEWER));
    expect(byId(notebook, 'count-answer').source).toBe(twin.source);
    expect(lectern(starting(notebook, third.source))).toMatchObject({ reason: 'copy' });
    const ids = notebook.cells.map((cell) => cell['id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('with a cell split in two: whole again where the lesson changed it, else as it is', () => {
    const split = (): INotebookContent => {
      const old = build();
      const at = old.cells.findIndex(({ source }) => (source as string).startsWith('text ='));
      const rest = structuredClone(old.cells[at] as ICell);
      (old.cells[at] as ICell).source = 'text = "to be"';
      Object.assign(rest, { id: 'other', source: 'size = 1\nprint(text)' });
      old.cells.splice(at + 1, 0, rest);
      return old;
    };
    const fresh = build(BODY.replace('size = 1', 'size = 3'));
    expect(upgradeNotebook(split(), fresh).notebook).toEqual(fresh);
    const texts = sources(upgradeNotebook(split(), build(NEWER)).notebook);
    expect(texts.slice(1, 3)).toEqual(['text = "to be"', 'size = 1\nprint(text)']);
  });

  it('with the cells’ metadata gone: what is there is kept beside what comes', () => {
    const old = build();
    starting(old, 'text =').source = 'mine = 1';
    byId(old, 'count-answer').source = 'def count(text):\n    return 1';
    for (const cell of old.cells) cell.metadata = {};
    const { notebook } = upgradeNotebook(old, build());
    expect(sources(notebook)).toEqual(
      expect.arrayContaining(['mine = 1', starting(build(), 'text =').source])
    );
    expect(byId(notebook, 'count-answer').source).toBe('def count(text):\n    return 1');
    expect(lectern(byId(notebook, 'count-answer'))).toHaveProperty('challenge');
  });

  it('with cells that are none', () => {
    const old = build();
    const strange = [
      null,
      3,
      { cell_type: 'heading', source: ['Head', 'ing'] },
      { source: 7, metadata: [] }
    ];
    old.cells.push(...(strange as never[]));
    const { notebook } = upgradeNotebook(old, build(NEWER));
    expect(sources(notebook)).toContain('Heading');
    for (const cell of notebook.cells) {
      expect(['code', 'markdown', 'raw']).toContain(cell.cell_type);
      expect(cell.metadata).toBeTypeOf('object');
    }
  });

  it.each([
    ['of another lesson', build(BODY, CHALLENGE, 'other'), 'is of the lesson "other"'],
    [
      'that never was ours',
      { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 },
      'does not say which lesson'
    ],
    ['of nbformat 3', { worksheets: [], nbformat: 3, cells: [] }, 'is not in nbformat 4 (3)'],
    ['that is none', [1], 'is not a notebook']
  ])('%s: refused', (_, old, message) => {
    const upgrade = (): unknown => upgradeNotebook(old as INotebookContent, build());
    expect(upgrade).toThrow(UpgradeError);
    expect(upgrade).toThrow(message);
  });

  it('for other readers: refused, so that no solution comes in', () => {
    const lesson = parseLesson(`---\nid: words\n---\n\n${BODY}${CHALLENGE}`);
    const instructors = toNotebook(lesson, { edition: 'instructor', grading: new Map() });
    expect(() => upgradeNotebook(build(), instructors)).toThrow('for the student');
  });
});
