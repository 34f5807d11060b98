import { beforeEach, expect, test } from 'vitest';
import { upgradeNotebook } from '@lectern/notebook';
import { copyPath, updateLesson, type Files, type Notebook } from './lesson-update.js';

const PATH = 'course/words.ipynb';
const BACKUP = 'course/words (before update, 1).ipynb';

function lesson(version: string, prose: string): Notebook {
  return {
    cells: [
      {
        cell_type: 'markdown',
        id: 'p1',
        source: prose,
        metadata: { lectern: { kind: 'prose', base: prose } as never }
      }
    ],
    metadata: { lectern: { format: 1, lesson: { id: 'words', version } } },
    nbformat: 4,
    nbformat_minor: 5
  };
}
const texts = ({ cells }: Notebook): unknown[] => cells.map(({ source }) => source);

let open: Notebook;
let stored: Map<string, Notebook>;
let onSave: () => void;
const notebook = {
  path: PATH,
  read: () => structuredClone(open),
  replace: (content: Notebook) => {
    open = structuredClone(content);
    return Promise.resolve();
  }
};
const files: Files = {
  exists: (path) => Promise.resolve(stored.has(path)),
  save: (path, content) => {
    onSave();
    stored.set(path, content);
    return Promise.resolve();
  }
};
const write = (source: string): void => {
  open.cells.push({ cell_type: 'markdown', id: `n${source}`, source, metadata: {} });
};
const update = (): ReturnType<typeof updateLesson> =>
  updateLesson(notebook, lesson('2', 'New.'), { files, merge: upgradeNotebook });

beforeEach(() => {
  open = lesson('1', 'Old.');
  write('mine');
  stored = new Map();
  onSave = () => undefined;
});

test('keeps a copy, then merges', async () => {
  const { backup, upgrade } = await update();
  expect(texts(open)).toEqual(['New.', 'mine']);
  expect(backup).toBe(BACKUP);
  expect(texts(stored.get(BACKUP) as Notebook)).toEqual(['Old.', 'mine']);
  expect(upgrade).toMatchObject({ from: '1', to: '2', changes: [{ kind: 'updated' }] });
});

test('changes nothing where the copy cannot be written', async () => {
  onSave = () => {
    throw new Error('the storage is full');
  };
  await expect(update()).rejects.toThrow('the storage is full');
  expect(texts(open)).toEqual(['Old.', 'mine']);
});

test('never writes over another copy', async () => {
  const precious = lesson('0', 'Precious.');
  stored.set(BACKUP, precious);
  expect((await update()).backup).toBe('course/words (before update, 1)-2.ipynb');
  expect(stored.get(BACKUP)).toBe(precious);
});

test('keeps what is typed while the copy is being written', async () => {
  onSave = () => write('late');
  const { undo } = await update();
  expect(texts(open)).toEqual(['New.', 'mine', 'late']);
  await undo();
  expect(texts(open)).toEqual(['Old.', 'mine', 'late']);
});

test('undo brings the notebook back, and keeps what was done since', async () => {
  const first = await update();
  expect(await first.undo()).toBeNull();
  expect(texts(open)).toEqual(['Old.', 'mine']);
  const second = await update();
  write('since');
  const kept = await second.undo();
  expect(kept).toBe('course/words (after update, 2).ipynb');
  expect(texts(stored.get(kept as string) as Notebook)).toEqual(['New.', 'mine', 'since']);
  expect(texts(open)).toEqual(['Old.', 'mine']);
});

test('names a copy with nothing in it that a path cannot hold', () => {
  expect(copyPath('a.b/w.ipynb', 'before update, 1/2%β')).toBe(
    'a.b/w (before update, 1-2-β).ipynb'
  );
});
