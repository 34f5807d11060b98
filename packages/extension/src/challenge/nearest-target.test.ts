import { expect, test } from 'vitest';
import { nearestTarget } from './nearest-target.js';

test.each([
  ['the active cell itself', [false, true, true], 1, 1],
  ['the next one', [true, false, false, true], 1, 3],
  ['the last one before, when none follows', [true, true, false], 2, 1],
  ['none', [false, false], 0, -1],
  ['no active cell', [false, true], -1, 1]
])('%s', (_, cells, active, expected) => {
  expect(nearestTarget(cells, active)).toBe(expected);
});
