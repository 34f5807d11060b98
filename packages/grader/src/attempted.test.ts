import { describe, expect, it } from 'vitest';
import { isUnchanged } from './attempted.js';

const starter = `def f(x):
    """Double x."""
    # YOUR CODE HERE
    return x

print(f(2))
`;

/** Each with what an f-string, a group of brackets and a class can hide. */
const rich = `class A:
    x = [1, 2]

print(f"hello {name!r:>10} there", 'a' "b", end="x\\ty")
`;

describe('an answer is still the starter', () => {
  it.each([
    ['comments changed', starter.replace('# YOUR CODE HERE', '# later')],
    ['comments removed', starter.replace('    # YOUR CODE HERE\n', '')],
    ['blank lines and trailing space', `\n${starter.replaceAll('\n', '  \n')}\n\n`],
    ['Windows line ends', starter.replaceAll('\n', '\r\n')],
    ['old Macintosh line ends', starter.replaceAll('\n', '\r')],
    ['tabs for spaces', starter.replaceAll('    ', '\t')],
    ['another depth of indentation', starter.replaceAll('    ', '  ')],
    ['a comment at the end of a line', starter.replace('return x', 'return x  # TODO')],
    ['space inside a line', starter.replace('f(2)', 'f( 2 )')]
  ])('%s', (_, answer) => {
    expect(isUnchanged(answer, starter)).toBe(true);
  });

  it.each([
    ['a line break inside brackets', rich.replace('1, 2', '1,\n        2')],
    ['a line that is continued', rich.replace('\'a\' "b"', '\'a\' \\\n    "b"')]
  ])('%s', (_, answer) => {
    expect(isUnchanged(answer, rich)).toBe(true);
  });
});

describe('an answer is another program', () => {
  it.each([
    ['a statement added', starter.replace('# YOUR CODE HERE', 'x *= 2')],
    ['text inside a string changed', starter.replace('Double x.', 'Double  x.')],
    ['indentation that moves a statement', 'if a:\n    b\n    c\n'],
    ['a docstring changed', starter.replace('Double', 'Triple')],
    ['a docstring removed', starter.replace('    """Double x."""\n', '')],
    ['a comment made a statement', starter.replace('# YOUR CODE HERE', 'x')],
    ['a semicolon added', starter.replace('return x', 'return x;')],
    ['nothing left', ''],
    ['broken syntax', starter.replace('return x', 'return (')]
  ])('%s', (_, answer) => {
    const from = answer.startsWith('if a') ? 'if a:\n    b\nc\n' : starter;
    expect(isUnchanged(answer, from)).toBe(false);
  });
});

it.each([
  ['the words of an f-string', rich.replace('hello', 'goodbye')],
  ['space in an f-string', rich.replace('hello ', 'hello')],
  ['the end of an f-string', rich.replace('there', 'here')],
  ['a conversion', rich.replace('!r', '!s')],
  ['a format', rich.replace('>10', '>11')],
  ['a string with an escape in it', rich.replace('ty', 'tz')],
  ['one of two strings', rich.replace('"b"', '"c"')],
  ['a quote’s kind of string', rich.replace('f"', 'rf"')]
])('an answer is another program by %s', (_, answer) => {
  expect(isUnchanged(answer, rich)).toBe(false);
});
