import type { DocumentRegistry } from '@jupyterlab/docregistry';
import { expect, test } from 'vitest';
import { factoryFor, pathIn } from './choose-factory.js';

test('an address names a document, and may name what shows it', () => {
  expect(pathIn('?path=a%20b/lesson.ipynb')).toEqual({ path: 'a b/lesson.ipynb', factory: null });
  expect(pathIn('?path=a.ipynb&factory=Editor')).toEqual({ path: 'a.ipynb', factory: 'Editor' });
  expect(pathIn('?reset')).toBeNull();
});

/** A page that shows notebooks and texts. */
const page = {
  getFileTypesForPath: (path: string) =>
    [{ name: path.endsWith('.ipynb') ? 'notebook' : 'text' }] as DocumentRegistry.IFileType[],
  getWidgetFactory: (name: string) =>
    ['Notebook', 'Editor'].includes(name) ? ({} as DocumentRegistry.WidgetFactory) : undefined,
  defaultWidgetFactory: (path: string) =>
    ({ name: path.endsWith('.ipynb') ? 'Notebook' : 'Editor' }) as DocumentRegistry.WidgetFactory
};

test('the default shows it where the learner chose nothing', () => {
  expect(factoryFor('a.ipynb', {}, page)).toBe('Notebook');
});

test('the learner’s viewer shows it where the page has that viewer', () => {
  expect(factoryFor('a.ipynb', { notebook: 'Editor' }, page)).toBe('Editor');
  expect(factoryFor('a.ipynb', { notebook: 'Notebook Deck' }, page)).toBe('Notebook');
});
