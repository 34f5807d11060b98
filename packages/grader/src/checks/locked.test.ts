import fc from 'fast-check';
import { expect, it } from 'vitest';
import { english, sayIn } from '../messages/messages.js';
import { checkLocked } from './locked.js';

const STARTER = `# --- locked
def half(x):
    # Halves x.
# --- end
    return None

# --- locked
assert half(4) == 2

print(half(3))
# --- end
`;
const ANSWER = STARTER.replace('return None', 'return x / 2');
const check = (answer: string, starter = STARTER): ReturnType<typeof checkLocked> =>
  checkLocked(answer, starter, sayIn(english));

it.each([
  ['it only fills the gap', ANSWER],
  ['the markers are gone', ANSWER.replaceAll(/^# ---.*\n/gm, '')],
  ['space ends the lines, as on Windows', ANSWER.replaceAll('\n', ' \t\r\n')],
  [
    'lines stand before, between and after',
    `import math\n${ANSWER.replace('# --- locked\nassert', 'x = 1\nassert')}\ny = 2`
  ],
  ['a locked line stands earlier, too', `print(half(3))\n${ANSWER}`]
])('an answer keeps the locked lines where %s', (_, answer) => {
  expect(check(answer)).toEqual({
    status: 'passed',
    message: 'The locked lines are as they were.'
  });
});

it.each([
  [
    'is changed',
    ANSWER.replace('half(4) == 2', 'half(4) == 4'),
    'assert half(4) == 2',
    8,
    undefined
  ],
  ['is indented', ANSWER.replace('assert', '  assert'), 'assert half(4) == 2', 8, undefined],
  ['is missing', ANSWER.replace('print(half(3))\n', ''), 'print(half(3))', 10, 10],
  [
    'stands between',
    ANSWER.replace('    # Halves x.\n', '    pass\n    # Halves x.\n'),
    '# Halves x.',
    3,
    3
  ],
  ['is only text', `"""\n${STARTER}"""\n`, 'def half(x):', 2, undefined],
  ['is gone with all', '', 'def half(x):', 2, undefined]
])('an answer in which a line %s fails', (_, answer, text, starterLine, line) => {
  expect(check(answer)).toEqual({
    status: 'failed',
    message: `A locked line is changed or missing: \`${text}\` (line ${starterLine} of the starter). Write it again exactly so, together with the locked lines around it; Reset brings the whole starter back.`,
    ...(line === undefined ? {} : { line })
  });
});

it('wants the regions in their order', () => {
  const [first = '', second = ''] = ['a = 1', 'b = 2'];
  const starter = `# --- locked\n${first}\n# --- end\n# --- locked\n${second}\n# --- end`;
  expect(check(`${first}\n${second}`, starter).status).toBe('passed');
  expect(check(`${second}\n${first}`, starter).status).toBe('failed');
});

it('passes whatever is written around the regions', () => {
  const line = fc.constantFrom('x = 1', '', '    y', 'print(half(3))', '# --- end', 'def half(x):');
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (before, after) => {
      expect(check([...before, ANSWER, ...after].join('\n')).status).toBe('passed');
    })
  );
});
