import { YNotebook, type YCodeCell } from '@jupyter/ydoc';
import { beforeEach, expect, test } from 'vitest';
import { replaceSource, undoReplacement } from './replace-source.js';

let cell: YCodeCell;

beforeEach(() => {
  const notebook = new YNotebook({ disableDocumentWideUndoRedo: true });
  cell = notebook.addCell({ cell_type: 'code', source: 'starter' }) as YCodeCell;
});

test('one undo brings the answer back, however soon after typing', () => {
  cell.updateSource(0, 7, 'answer');
  replaceSource(cell, 'starter');
  cell.undo();
  expect(cell.getSource()).toBe('answer');
  cell.redo();
  expect(cell.getSource()).toBe('starter');
});

test('typing after a reset is undone apart from it', () => {
  cell.updateSource(0, 7, 'answer');
  replaceSource(cell, 'starter');
  cell.updateSource(7, 7, ' more');
  cell.undo();
  expect(cell.getSource()).toBe('starter');
});

test('taking it back works without a history too', () => {
  replaceSource(cell, 'starter');
  cell.clearUndoHistory();
  undoReplacement(cell, 'answer');
  expect(cell.getSource()).toBe('answer');
});
