import { parseLesson, quizzesOf } from '@lectern/lesson';
import { toNotebook } from '@lectern/notebook';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQuiz } from './definition.js';

const LESSON = `
:::quiz A title {id=a partial=true}
Which?

- [x] é
  > Yes.
- [x] b
- [ ] c

After.
:::

:::quiz{id=b type=text}
Who?

- [x] Ada
- [x] /^lovelace/i
:::

:::quiz{id=c type=numeric}
How many?

- [x] 3 ± 1
- [ ] 0 ± ∞
:::
`;

const lesson = parseLesson(LESSON);
const cells = toNotebook(lesson, { edition: 'student', grading: new Map() }).cells;
const metadataOf = (id: string): Record<string, unknown> =>
  cells.find((cell) => cell.id === `${id}-quiz`)?.metadata['lectern'] as Record<string, unknown>;

test.each(['a', 'b', 'c'])('quiz %s comes out of its cell as the lesson has it', (id) => {
  const quiz = quizzesOf(lesson).find((each) => each.id === id);
  const { kind: _kind, extra: _extra, range: _range, ...expected } = quiz ?? {};
  const { options, ...read } = readQuiz(metadataOf(id)) ?? {};
  expect(read).toEqual(expected);
  expect(options).toEqual(id === 'a' ? quiz?.answers.map(({ key, text }) => ({ key, text })) : []);
});

test('what cannot be decoded can still be chosen, and is not graded', () => {
  const metadata = metadataOf('a');
  const quiz = { ...(metadata['quiz'] as object), answers: '@@@' };
  const read = readQuiz({ ...metadata, quiz });
  expect(read).toMatchObject({ graded: false });
  expect(read?.answers).toHaveLength(3);
});

test.each([
  ['no metadata', undefined],
  ['another kind', { ...metadataOf('a'), kind: 'prose' }],
  ['no quiz', { kind: 'quiz' }],
  ['an unknown type', { kind: 'quiz', quiz: { id: 'a', type: 'essay' } }],
  ['nothing to choose', { kind: 'quiz', quiz: { id: 'a', type: 'single', options: [] } }]
])('%s is no quiz', (_, metadata) => {
  expect(readQuiz(metadata)).toBeNull();
});

test('never throws, whatever the file holds', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (quiz, answers) => {
      readQuiz(quiz);
      readQuiz({ kind: 'quiz', quiz });
      const bytes = new TextEncoder().encode(JSON.stringify(answers));
      const encoded = btoa(String.fromCharCode(...bytes));
      const changed = { ...(metadataOf('a')['quiz'] as object), answers: encoded };
      expect(readQuiz({ kind: 'quiz', quiz: changed })?.options).toHaveLength(3);
    })
  );
});
