import { expect, test } from 'vitest';
import { saveAll, type SavableDocument } from './save-all.js';

const written = (options: { readOnly?: boolean; writable?: boolean } = {}) => ({
  isDisposed: false,
  model: { dirty: true, readOnly: options.readOnly ?? false },
  contentsModel: { writable: options.writable ?? true }
});
const save = (document: SavableDocument): Promise<void> => {
  (document.model as { dirty: boolean }).dirty = false;
  return Promise.resolve();
};

test('saves everything, then the page may be left', async () => {
  const documents = [written(), written()];
  expect(await saveAll(documents, save)).toBe(true);
  expect(documents.map(({ model }) => model.dirty)).toEqual([false, false]);
});

test('the page is not left with work that could not be saved', async () => {
  const stuck = written();
  const saveOthers = (one: SavableDocument) => (one === stuck ? Promise.resolve() : save(one));
  expect(await saveAll([written(), stuck], saveOthers)).toBe(false);
});

test('what nobody can save holds nobody back', async () => {
  const keep = (): Promise<void> => Promise.resolve();
  expect(await saveAll([written({ readOnly: true }), written({ writable: false })], keep)).toBe(
    true
  );
});
