import fc from 'fast-check';
import { parseLesson } from '@lectern/lesson';
import { describe, expect, it } from 'vitest';
import { challengeCellId } from './cell-ids.js';
import { toNotebook } from './index.js';

function ids(text: string): string[] {
  const { cells } = toNotebook(parseLesson(text), { edition: 'instructor', grading: new Map() });
  return cells.map((cell) => cell['id'] as string);
}

const block = fc.constantFrom(
  'Some prose.',
  '## A heading',
  '## Another heading',
  '```python\nprint(1)\n```',
  '```python\nprint(2)\n```',
  ':::note\nA note.\n:::',
  ':::try-it\nTry.\n:::',
  '```diagram\na -> b\n```'
);
const blocks = fc.array(block, { maxLength: 12 });
const page = (parts: string[]): string => `# Title\n\n${parts.join('\n\n')}\n`;

describe('cell ids', () => {
  it('are valid and unique', () => {
    fc.assert(
      fc.property(blocks, (parts) => {
        const all = ids(page(parts));
        expect(new Set(all).size).toBe(all.length);
        for (const id of all) expect(id).toMatch(/^[a-zA-Z0-9-_]{1,64}$/);
      })
    );
  });

  it('stay as they are when a cell is put in between', () => {
    fc.assert(
      fc.property(blocks, blocks, (before, after) => {
        // A code cell divides the prose around it, so what follows begins a cell of its own either way.
        const rest = ['```python\nprint("end")\n```', ...after];
        const old = ids(page([...before, ...rest]));
        const added = ids(page([...before, '```python\nprint("new")\n```', ...rest]));
        const [fresh] = added.filter((id) => !old.includes(id));
        expect(added.filter((id) => id !== fresh)).toEqual(old);
      })
    );
  });

  it('of a challenge are its id and the part', () => {
    expect(challengeCellId('c1', 'answer')).toBe('c1-answer');
    const long = `${'x'.repeat(80)}1`;
    expect(challengeCellId(long, 'check-99').length).toBeLessThanOrEqual(64);
    expect(challengeCellId(long, 'task-2')).not.toBe(
      challengeCellId(`${'x'.repeat(80)}2`, 'task-2')
    );
  });
});
