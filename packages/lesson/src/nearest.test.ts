import { expect, it } from 'vitest';
import { nearest } from './nearest.js';

it.each([
  ['dificulty', 'difficulty'],
  ['Solutoin', 'Solution'],
  ['ntoe', 'note'],
  ['packges', 'packages'],
  ['owner', null],
  ['x', null],
  ['tp', 'tip']
])('nearest to %s is %s', (word, expected) => {
  expect(nearest(word, ['note', 'tip', 'difficulty', 'packages', 'Solution'])).toBe(expected);
});

it('of one letter only the same', () => {
  expect(nearest('d', ['a', 'b'])).toBe(null);
});
