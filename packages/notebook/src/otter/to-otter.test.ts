import { parseLesson } from '@lectern/lesson';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toOtter } from './index.js';

const lesson = parseLesson(
  readFileSync(new URL('../../test/cases/challenges/input.md', import.meta.url), 'utf8')
);
const check = { source: 'lectern.check_output("first", "[1]")', points: 2 };
const { cells } = toOtter(lesson, {
  showExpectedOutput: () => true,
  checks: {
    prelude: 'lectern = 1',
    challenges: new Map([
      ['first', { begin: 'lectern.begin("first")', checks: [check], gradesOutput: true }]
    ])
  }
});
const sources = cells.map(({ source }) => source as string);

it('puts each challenge between the raw cells that otter looks for, in their order', () => {
  const raw = cells.filter(({ cell_type }) => cell_type === 'raw').map(({ source }) => source);
  expect(raw).toEqual([
    '# ASSIGNMENT CONFIG\ninit_cell: true\nexport_cell: false',
    '# BEGIN QUESTION\nname: "first"\npoints: 2',
    '# BEGIN SOLUTION',
    '# END SOLUTION',
    '# BEGIN TESTS',
    '# END TESTS',
    '# END QUESTION',
    '# BEGIN QUESTION\nname: "second"\npoints: 1\nmanual: true',
    '# BEGIN SOLUTION',
    '# END SOLUTION',
    '# END QUESTION'
  ]);
});

it('holds the solution, the starter that students get, and the checks', () => {
  expect(sources).toContain(
    '# BEGIN SOLUTION NO PROMPT\nprint(data)  # solution of the first\n# END SOLUTION\n' +
      '""" # BEGIN PROMPT\nprint(data)\n"""; # END PROMPT'
  );
  expect(sources).toContain('data = [1]\n\nlectern.begin("first")');
  expect(sources.indexOf(check.source)).toBe(sources.indexOf('# BEGIN TESTS') + 1);
});

describe('holds nothing that students may not see, but in the solution', () => {
  it.each(['sealed text', 'Withheld explanation', 'rejected answer', 'Why the first'])(
    '%s',
    (secret) => {
      expect(JSON.stringify(cells)).not.toContain(secret);
    }
  );
  it('nor metadata of ours', () => {
    expect(JSON.stringify(cells.map(({ metadata }) => metadata))).not.toMatch(/lectern|nbgrader/);
  });
});

it('has ids that are valid and unique', () => {
  const ids = cells.map(({ id }) => id as string);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-zA-Z0-9-_]{1,64}$/);
});

it('writes a starter that no string can hold with the solution between its lines', () => {
  const text = `---challenges---\n\n### Challenge: T\n\n- id: c\n\n#### Starter Code\n\n\`\`\`python\nx = "\\\\n"\n# YOUR CODE HERE\n\`\`\`\n\n#### Solution\n\n\`\`\`python\nx = "\\\\n"\ny = 1\n\`\`\`\n`;
  const otter = toOtter(parseLesson(text), { checks: { prelude: '', challenges: new Map() } });
  expect(otter.cells.map(({ source }) => source)).toContain(
    'x = "\\\\n"\n# BEGIN SOLUTION\ny = 1\n# END SOLUTION'
  );
});
