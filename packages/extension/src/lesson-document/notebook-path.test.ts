import { expect, test } from 'vitest';
import { freeNotebookPath, notebookPath } from './notebook-path.js';

test('a notebook goes beside its lesson, under the lesson’s id', () => {
  expect(notebookPath('course/taste/lesson.md', 'taste-01')).toBe('course/taste/taste-01.ipynb');
  expect(notebookPath('lesson.md', 'taste-01')).toBe('taste-01.ipynb');
});

test('a fresh copy takes the first free name', async () => {
  const taken = new Set(['a/t.ipynb', 'a/t-2.ipynb']);
  const isTaken = (path: string) => Promise.resolve(taken.has(path));
  expect(await freeNotebookPath('a/t.ipynb', isTaken)).toBe('a/t-3.ipynb');
  expect(await freeNotebookPath('b/t.ipynb', isTaken)).toBe('b/t.ipynb');
});
