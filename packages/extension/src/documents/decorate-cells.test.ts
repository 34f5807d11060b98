import { expect, test } from 'vitest';
import { drawingKey } from './decorate-cells.js';

test('the key leaves out progress only', () => {
  const metadata = { kind: 'quiz', quiz: { id: 'q' } };
  expect(drawingKey({ ...metadata, progress: { attempts: 1 } })).toBe(drawingKey(metadata));
  expect(drawingKey({ ...metadata, kind: 'code' })).not.toBe(drawingKey(metadata));
});
