/** Laws of the upgrade, for any two versions of a lesson and anything that a learner does in between. */

import type { ICell, INotebookContent } from '@jupyterlab/nbformat';
import { parseLesson } from '@lectern/lesson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOutdated, toNotebook, upgradeNotebook } from '../index.js';
import { missing } from './merge-text.js';
import { isObject } from './records.js';
import { mergeNotebooks } from './upgrade-notebook.js';

const words = fc.constantFrom('a', 'b', 'c', 'x = 1', 'x = 2', 'print(x)', '', 'constructor');
const lines = fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'));
const block = fc.oneof(
  words.map((text) => `## ${text}`),
  lines,
  lines.map((text) => `\`\`\`python exec\n${text}\n\`\`\``),
  lines.map((text) => `:::try-it\n${text}\n:::`),
  words.map((text) => `:::note\n${text}\n:::`),
  fc.constant(':::try-it{answer=text}\nWrite.\n:::')
);
const challenge = fc.record({
  id: fc.constantFrom('c1', 'c2'),
  starter: lines,
  setup: fc.option(lines),
  hint: words
});
const lesson = fc.record({
  title: fc.constantFrom('One', 'Two'),
  blocks: fc.array(block, { maxLength: 7 }),
  challenges: fc.uniqueArray(challenge, { maxLength: 2, selector: ({ id }) => id })
});
type LessonParts = typeof lesson extends fc.Arbitrary<infer T> ? T : never;

/** Another version: some blocks gone, some new, some the same at another place. */
const versions = fc.oneof(
  fc.tuple(lesson, lesson),
  fc
    .tuple(lesson, fc.array(fc.tuple(fc.nat(9), fc.option(block)), { maxLength: 4 }), fc.boolean())
    .map(([old, edits, retitle]): [LessonParts, LessonParts] => {
      const blocks = [...old.blocks];
      for (const [at, one] of edits) {
        if (one === null) blocks.splice(at, 1);
        else blocks.splice(at, at % 2, one);
      }
      return [old, { ...old, blocks, title: retitle ? 'Two' : old.title }];
    })
);

function build({ title, blocks, challenges }: LessonParts): INotebookContent {
  const parts = challenges.map(
    ({ id, starter, setup, hint }) =>
      `### Challenge: ${id}\n\n- id: ${id}\n\n#### Starter Code\n\n\`\`\`python\n${starter}\n\`\`\`\n\n${
        setup === null ? '' : `#### Setup\n\n\`\`\`python\n${setup}\n\`\`\`\n\n`
      }#### Hints\n\n1. ${hint}\n`
  );
  const text = `---\nid: l\ntitle: ${title}\n---\n\n# ${title}\n\n${blocks.join('\n\n')}\n\n---challenges---\n\n${parts.join('\n')}`;
  return toNotebook(parseLesson(text), { edition: 'student', grading: new Map() });
}

const newLine = fc.oneof(
  words,
  fc.integer({ min: 0, max: 99 }).map((n) => `mine ${n}`)
);
const act = fc.record({
  at: fc.nat(20),
  what: fc.constantFrom(
    ...[
      'insert-line',
      'insert-line',
      'replace-line',
      'delete-line',
      'empty',
      'delete',
      'note',
      'note'
    ],
    ...['copy', 'twin', 'split', 'type', 'run', 'progress', 'no-id', 'no-metadata', 'move']
  ),
  line: newLine,
  row: fc.nat(5)
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** What people and tools do to a notebook. */
function apply(notebook: INotebookContent, { at, what, line, row }: Act, count: number): void {
  const { cells } = notebook;
  const index = cells.length === 0 ? 0 : at % cells.length;
  const cell = cells[index];
  if (cell === undefined || what === 'note') {
    cells.splice(index, 0, { cell_type: 'markdown', id: `n${count}`, source: line, metadata: {} });
    return;
  }
  const text = (cell.source as string).split('\n');
  const rest: ICell = structuredClone(cell);
  const acts: Record<string, () => void> = {
    'insert-line': () => (cell.source = text.toSpliced(row, 0, line).join('\n')),
    'replace-line': () => (cell.source = text.toSpliced(row % text.length, 1, line).join('\n')),
    'delete-line': () => (cell.source = text.toSpliced(row, 1).join('\n')),
    empty: () => (cell.source = ''),
    delete: () => cells.splice(index, 1),
    copy: () => cells.splice(row, 0, Object.assign(rest, { id: `copy-${count}` })),
    twin: () => cells.splice(row, 0, rest),
    split: () => {
      cell.source = text.slice(0, row).join('\n');
      Object.assign(rest, { id: `part-${count}`, source: text.slice(row).join('\n') });
      cells.splice(index + 1, 0, rest);
    },
    type: () => (cell.cell_type = cell.cell_type === 'code' ? 'markdown' : 'code'),
    run: () =>
      Object.assign(cell, { outputs: [{ output_type: 'stream', name: 'stdout', text: line }] }),
    progress: () => {
      const lectern: unknown = cell.metadata['lectern'];
      if (isObject(lectern)) lectern['progress'] = { passed: true, last: line };
    },
    'no-id': () => delete cell['id'],
    'no-metadata': () => (cell.metadata = {}),
    move: () => cells.splice(row, 0, ...cells.splice(index, 1))
  };
  acts[what]?.();
}

const worked = fc
  .tuple(versions, fc.array(act, { maxLength: 8 }))
  .map(([[before, after], acts]) => {
    const old = build(before);
    acts.forEach((one, count) => apply(old, one, count));
    return { old, fresh: build(after), acts };
  });

const lectern = (cell: ICell): Record<string, unknown> =>
  (cell.metadata['lectern'] ?? {}) as unknown as Record<string, unknown>;
const rows = (cell: ICell): string[] => (cell.source as string).split('\n');
const RUNS = { numRuns: 100 };

describe('an upgrade', () => {
  it('loses no line that the learner wrote', () => {
    fc.assert(
      fc.property(worked, ({ old, fresh }) => {
        const written = old.cells.flatMap((cell) => {
          const base = lectern(cell)['base'];
          return missing(rows(cell), typeof base === 'string' ? base.split('\n') : []);
        });
        const all = upgradeNotebook(old, fresh).notebook.cells.flatMap(rows);
        expect(missing([...new Set(written)], all)).toEqual([]);
        // Those that nobody but the learner wrote are there as often as before.
        const mine = (line: string): boolean => line.startsWith('mine');
        expect(missing(written.filter(mine), all.filter(mine))).toEqual([]);
      }),
      RUNS
    );
  });

  it('loses no line of the new lesson, and keeps its order', () => {
    fc.assert(
      fc.property(worked, ({ old, fresh }) => {
        const { notebook } = upgradeNotebook(old, fresh);
        if (!isOutdated(old, fresh)) return;
        const ids = fresh.cells.map((cell) => cell['id']);
        const theirs = notebook.cells.filter((cell) => ids.includes(cell['id']));
        expect(theirs.map((cell) => cell['id'])).toEqual(ids);
        theirs.forEach((cell, index) => {
          const { base, kind } = lectern(fresh.cells[index] as ICell);
          expect(lectern(cell)).toMatchObject({ base, kind });
        });
      }),
      RUNS
    );
  });

  it('gives a learner who changed nothing the new notebook', () => {
    fc.assert(
      fc.property(versions, fc.array(fc.nat(20)), ([before, after], ran) => {
        const [old, fresh] = [build(before), build(after)];
        for (const at of ran) {
          if (old.cells[at] !== undefined) {
            apply(old, { at, what: 'run', line: 'out', row: 0 }, 0);
          }
        }
        const { notebook } = upgradeNotebook(old, fresh);
        const withoutOutputs = ({ cells, ...others }: INotebookContent): unknown => ({
          ...others,
          cells: cells.map(({ outputs: _, ...cell }) => cell)
        });
        expect(withoutOutputs(notebook)).toEqual(withoutOutputs(fresh));
      }),
      RUNS
    );
  });

  it('done twice changes nothing the second time, even where the cells are merged again', () => {
    fc.assert(
      fc.property(worked, ({ old, fresh }) => {
        const { notebook, isCurrent } = upgradeNotebook(old, fresh);
        if (isCurrent) return;
        expect(upgradeNotebook(notebook, fresh)).toMatchObject({ changes: [], isCurrent: true });
        const again = mergeNotebooks(notebook, fresh);
        expect(again.notebook).toEqual(notebook);
        expect(again.changes).toEqual([]);
      }),
      RUNS
    );
  });

  it('gives valid cells with ids of their own, and changes neither notebook it was given', () => {
    fc.assert(
      fc.property(worked, ({ old, fresh }) => {
        const before = structuredClone([old, fresh]);
        const { notebook, isCurrent } = upgradeNotebook(old, fresh);
        expect([old, fresh]).toEqual(before);
        if (isCurrent) return;
        const ids = notebook.cells.map((cell) => cell['id'] as string);
        expect(new Set(ids).size).toBe(ids.length);
        for (const cell of notebook.cells) {
          expect(cell['id']).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
          expect(Array.isArray(cell['outputs'])).toBe(cell.cell_type === 'code');
        }
      }),
      RUNS
    );
  });
});
