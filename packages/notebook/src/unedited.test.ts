import { parseLesson } from '@lectern/lesson';
import { expect, it } from 'vitest';
import { isUnedited, serializeNotebook, toNotebook } from './index.js';

const lesson = parseLesson('# T\n\n```python\nprint(1)\n```\n');
const notebook = () => toNotebook(lesson, { edition: 'student', grading: new Map() });

it('is true of a notebook as it was built', () => {
  expect(isUnedited(serializeNotebook(notebook()))).toBe(true);
});

it('is false once a cell is changed, added or has run', () => {
  const edited = notebook();
  (edited.cells[1] as { source: string }).source = 'print(2)';
  const added = notebook();
  added.cells.push({
    cell_type: 'code',
    source: 'mine',
    metadata: {},
    outputs: [],
    execution_count: null
  });
  const run = notebook();
  (run.cells[1] as { outputs: unknown[] }).outputs = [
    { output_type: 'stream', name: 'stdout', text: '1\n' }
  ];
  const answered = notebook();
  Object.assign(answered.cells[1]?.metadata['lectern'] as object, { progress: { attempts: 1 } });
  for (const changed of [edited, added, run, answered])
    expect(isUnedited(JSON.stringify(changed))).toBe(false);
});

it.each([
  '',
  '{}',
  '[]',
  'null',
  '{"cells": [], "metadata": {}}',
  '{"cells": 1, "metadata": {"lectern": {}}}'
])('is false of %j, which is not ours', (text) => expect(isUnedited(text)).toBe(false));
