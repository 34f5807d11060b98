import { expect, test } from 'vitest';
import fc from 'fast-check';
import { readDefinition } from './definition.js';

const grading = {
  format: 2,
  challenge: 'c1',
  points: 1,
  timeLimitSeconds: 10,
  memoryLimitMB: 512,
  tolerance: 1e-6,
  setup: null,
  stdin: null,
  starter: 'x = 0',
  ungraded: null,
  output: { compare: 'lines', expected: '1' },
  tests: null,
  behaviour: [],
  forbid: [],
  require: []
};

const cell = (challenge: object) => ({
  kind: 'challenge-answer',
  base: 'x = 0',
  challenge: { id: 'c1', title: 'One', hints: ['Look.'], grading, ...challenge }
});

test('tells that an upgrade has changed the challenge', () => {
  expect(readDefinition(cell({}))?.hasChanged).toBe(false);
  expect(readDefinition({ ...cell({}), earlier: [{ version: '1' }] })?.hasChanged).toBe(true);
});

test('reads a challenge as it was built', () => {
  expect(
    readDefinition(cell({ solution: btoa('x = 1'), solutionPolicy: 'always', points: 2 }))
  ).toMatchObject({
    id: 'c1',
    title: 'One',
    points: 2,
    hints: ['Look.'],
    solution: 'x = 1',
    solutionPolicy: 'always',
    explanation: null,
    starter: 'x = 0',
    grading
  });
});

test('decodes UTF-8', () => {
  const utf8 = String.fromCharCode(...new TextEncoder().encode('“naïve” 🙂'));
  expect(readDefinition(cell({ explanation: btoa(utf8) }))?.explanation).toBe('“naïve” 🙂');
});

test.each([
  ['no metadata', undefined],
  ['text', 'challenge-answer'],
  ['another kind', { ...cell({}), kind: 'code' }],
  ['no challenge', { kind: 'challenge-answer' }],
  ['an id that is not text', cell({ id: 7 })]
])('%s is no challenge', (_, metadata) => {
  expect(readDefinition(metadata)).toBeNull();
});

test('what is malformed inside a challenge is left out, and the rest stands', () => {
  expect(
    readDefinition(
      cell({ title: 3, hints: 'no', points: NaN, solution: '@@@', solutionPolicy: 'now' })
    )
  ).toMatchObject({
    title: 'c1',
    hints: [],
    points: null,
    solution: null,
    solutionPolicy: 'after-pass'
  });
});

test.each([
  ['another format', { ...grading, format: 9 }],
  ['a limit that is no number', { ...grading, timeLimitSeconds: '10' }],
  ['graded functions without calls', { ...grading, behaviour: [{ name: 'f' }] }]
])('grading data with %s is none', (_, broken) => {
  expect(readDefinition(cell({ grading: broken }))?.grading).toBeNull();
});

test('never throws, whatever the file holds', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (metadata, challenge) => {
      readDefinition(metadata);
      readDefinition({ kind: 'challenge-answer', challenge });
      if (typeof challenge === 'object' && !Array.isArray(challenge)) {
        expect(readDefinition(cell({ ...challenge, id: 'c1' }))?.id).toBe('c1');
      }
    })
  );
});
