import { expect, it } from 'vitest';
import { nearest } from './nearest.js';

it.each([
  ['dificulty', 'difficulty'],
  ['Solutoin', 'Solution'],
  ['ntoe', 'note'],
  ['packges', 'packages'],
  ['owner', null],
  ['x', null]
])('nearest to %s is %s', (word, expected) => {
  expect(nearest(word, ['note', 'tip', 'difficulty', 'packages', 'Solution'])).toBe(expected);
});
