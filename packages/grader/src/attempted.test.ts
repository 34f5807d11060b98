import { describe, expect, it } from 'vitest';
import { isUnchanged } from './attempted.js';

const starter = `def f(x):
    """Double x."""
    # YOUR CODE HERE
    return x

print(f(2))
`;

describe('an answer is still the starter', () => {
  it.each([
    ['comments changed', starter.replace('# YOUR CODE HERE', '# later')],
    ['comments removed', starter.replace('    # YOUR CODE HERE\n', '')],
    ['blank lines and trailing space', `\n${starter.replaceAll('\n', '  \n')}\n\n`],
    ['Windows line ends', starter.replaceAll('\n', '\r\n')],
    ['space inside a line', starter.replace('f(2)', 'f( 2 )')]
  ])('%s', (_, answer) => {
    expect(isUnchanged(answer, starter)).toBe(true);
  });
});

describe('an answer is another program', () => {
  it.each([
    ['a statement added', starter.replace('# YOUR CODE HERE', 'x *= 2')],
    ['text inside a string changed', starter.replace('Double x.', 'Double  x.')],
    ['indentation that moves a statement', 'if a:\n    b\n    c\n'],
    ['nothing left', ''],
    ['broken syntax', starter.replace('return x', 'return (')]
  ])('%s', (_, answer) => {
    const from = answer.startsWith('if a') ? 'if a:\n    b\nc\n' : starter;
    expect(isUnchanged(answer, from)).toBe(false);
  });
});
