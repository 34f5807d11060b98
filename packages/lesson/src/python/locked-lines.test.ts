import { expect, it } from 'vitest';
import { lockedLines } from './locked-lines.js';

it('finds the lines between markers, whatever the line ends and the space', () => {
  const source = 'a\r\n#--- locked \r\nb\r\nc\r\n\t# ---end\r\nd\n# --- locked\n\n# --- end';
  expect(lockedLines(source)).toEqual({
    regions: [{ first: 3, lines: ['b', 'c'] }],
    strays: []
  });
});

it.each([
  ['# --- locked\na', [{ kind: 'unclosed', line: 1 }]],
  ['a\n# --- end', [{ kind: 'stray', line: 2 }]],
  ['# --- locked\na\n# --- locked\nb\n# --- end', [{ kind: 'stray', line: 3 }]],
  ['# --- lock\n# ---- locked\nx = "# --- end"', []]
])('%j has the markers that lock nothing: %j', (source, strays) => {
  expect(lockedLines(source).strays).toEqual(strays);
});
