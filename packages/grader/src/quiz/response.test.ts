import { expect, test } from 'vitest';
import { readResponse, sameResponse } from './response.js';

test.each([
  ['typed', 'typed'],
  [
    ['a', 'b'],
    ['a', 'b']
  ],
  [[], []],
  [[1], null],
  [null, null],
  [undefined, null],
  [{ 0: 'a' }, null]
])('%j is read as %j', (value, expected) => {
  expect(readResponse(value)).toEqual(expected);
});

test('the order of choices does not count', () => {
  expect(sameResponse(['a', 'b'], ['b', 'a'])).toBe(true);
  expect(sameResponse(['a'], ['b', 'a'])).toBe(false);
  expect(sameResponse('ab', 'ba')).toBe(false);
  expect(sameResponse(null, [])).toBe(false);
});
