import type { Change, ChangeKind } from '@lectern/notebook';
import { expect, test } from 'vitest';
import { summary } from './changes-view.js';

const changes = (...kinds: ChangeKind[]): Change[] =>
  kinds.map((kind) => ({ kind, cell: null, label: '' }));

test('counts what changed, what asks for attention first', () => {
  expect(summary(changes('updated', 'added', 'updated', 'answer-kept'))).toBe(
    '1 answer to check again, 1 new, 2 changed'
  );
  expect(summary(changes('answer-kept', 'answer-kept', 'copy'))).toBe(
    '2 answers to check again, 1 copy kept as yours'
  );
  expect(summary([])).toBe('no cell has changed');
});
