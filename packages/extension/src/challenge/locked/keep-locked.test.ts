import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { lockedBlocks } from './blocks.js';
import { applied, keepLocked, type Edit } from './keep-locked.js';

const STARTER = `import math
# --- locked
def area(r):
    return math.pi * r * r
# --- end

# YOUR CODE HERE
# --- locked
print(area(2))
# --- end`;

const text = (edits: readonly Edit[]): string =>
  applied(STARTER, keepLocked(STARTER, edits, STARTER));
const replace = (what: string, insert: string, by = what.length): Edit => {
  const from = STARTER.indexOf(what);
  return { from, to: from + by, insert };
};

describe('where the locked lines are', () => {
  test('the markers are among them', () => {
    expect(lockedBlocks(STARTER, STARTER).map(({ first, last }) => [first, last])).toEqual([
      [2, 5],
      [8, 10]
    ]);
  });

  test('they are found where they have moved to, up to trailing space', () => {
    const answer = `import math\nx = 1\n${STARTER.slice(STARTER.indexOf('# ---')).replace('r * r', 'r * r  ')}\n`;
    expect(lockedBlocks(answer, STARTER).map(({ first }) => first)).toEqual([3, 9]);
  });

  test('one that was changed before is not one, and the next still is', () => {
    expect(lockedBlocks(STARTER.replace('math.pi', '3'), STARTER)).toHaveLength(1);
  });

  test('a starter that locks nothing locks nothing', () => {
    expect(lockedBlocks('# --- locked\nx = 1\n# --- end', 'x = 1')).toEqual([]);
  });
});

describe('an edit', () => {
  test.each([
    ['elsewhere', replace('# YOUR CODE HERE', 'x = 1')],
    ['at the end of the line before', replace('\n# --- locked', 's', 0)],
    ['that adds a line before', replace('# --- locked', 'x = 1\n', 0)],
    ['that adds a line after', { from: STARTER.length, to: STARTER.length, insert: '\nx = 1' }]
  ])('%s happens', (_, edit) => {
    expect(text([edit])).toBe(applied(STARTER, [edit]));
  });

  test.each([
    ['inside', replace('math.pi', '3')],
    ['of a marker', replace('# --- end', '#', 1)],
    ['that runs into the first line', replace('# --- locked', 'x', 0)],
    ['that runs into the last line', { from: STARTER.length, to: STARTER.length, insert: 'x' }],
    ['that joins two lines', replace('\n# --- locked', '', 1)]
  ])('%s does not', (_, edit) => {
    expect(text([edit])).toBe(STARTER);
  });

  test('of everything replaces everything else', () => {
    expect(text([{ from: 0, to: STARTER.length, insert: 'x = 1' }])).toBe(
      STARTER.replace('import math', 'x = 1').replace('# YOUR CODE HERE\n', '')
    );
  });

  test('from inside a block to beyond it begins after it', () => {
    const from = STARTER.indexOf('math.pi');
    const to = STARTER.indexOf('# YOUR') + '# YOUR CODE HERE'.length;
    expect(text([{ from, to, insert: 'x = 1' }])).toBe(
      STARTER.replace('\n# YOUR CODE HERE', 'x = 1')
    );
  });

  test('of everything goes between two blocks where the text begins with one', () => {
    const starter = '# --- locked\nx = 1\n# --- end\n\n# --- locked\nprint(x)\n# --- end';
    const edit = { from: 0, to: starter.length, insert: 'x += 1\nx += 2' };
    expect(applied(starter, keepLocked(starter, [edit], starter))).toBe(
      starter.replace('\n\n', '\nx += 1\nx += 2\n')
    );
  });

  test('of a text that is locked from end to end goes below it', () => {
    const starter = '# --- locked\nx = 1\n# --- end';
    const edit = { from: 0, to: starter.length, insert: 'y = 2' };
    expect(applied(starter, keepLocked(starter, [edit], starter))).toBe(`${starter}\ny = 2`);
  });
});

test('no sequence of edits breaks a block, and none is refused that breaks none', () => {
  const line = fc.constantFrom('x = 1', '', '# --- locked', '# --- end', '    y');
  const insert = fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(), insert), { maxLength: 8 }), (steps) => {
      let answer = STARTER;
      for (const [start, length, inserted] of steps) {
        const from = start % (answer.length + 1);
        const edit = { from, to: Math.min(answer.length, from + (length % 60)), insert: inserted };
        const kept = keepLocked(answer, [edit], STARTER);
        const whole = applied(answer, [edit]);
        answer = applied(answer, kept);
        expect(lockedBlocks(answer, STARTER)).toHaveLength(2);
        if (lockedBlocks(whole, STARTER).length === 2) expect(answer).toBe(whole);
      }
    })
  );
});
