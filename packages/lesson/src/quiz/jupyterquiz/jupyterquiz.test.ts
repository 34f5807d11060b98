import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseLesson, quizzesOf, type QuizBlock } from '../../index.js';
import { fromJupyterQuiz, toJupyterQuiz } from './index.js';

/** What a quiz says, without where it stood. */
function quizzesIn(markdown: string): Omit<QuizBlock, 'range'>[] {
  return quizzesOf(parseLesson(markdown)).map(({ range: _, ...quiz }) => quiz);
}

function fullQuizzesIn(markdown: string): QuizBlock[] {
  return quizzesOf(parseLesson(markdown));
}

const QUIZZES = `
:::quiz{id=a}
Which?

- [ ] one
  > No.
- [x] \`two\`
:::

:::quiz Titled {id=b partial=true}
What does it print?

\`\`\`python
print(1)
\`\`\`

- [x] 1
- [x] $1$
- [ ] 2
:::

:::quiz{id=c type=numeric}
How much?

- [x] 3.14 ± 0.01
  > Yes.
- [x] 5
- [ ] 0 ± ∞
  > Draw it.
:::

:::quiz{id=d type=text}
Who?

- [x] Ada
- [x] /^C\\+\\+$/
- [ ] /.*/
  > Read again.
:::

:::quiz Is the title all? {id=e}
- [x] Yes
:::
`;

it('writes the questions of jupyterquiz', () => {
  const { questions, problems } = toJupyterQuiz(fullQuizzesIn(QUIZZES));
  expect(questions).toEqual([
    {
      question: 'Which?',
      type: 'multiple_choice',
      answers: [
        { answer: 'one', correct: false, feedback: 'No.' },
        { code: 'two', correct: true }
      ],
      lectern: { id: 'a' }
    },
    {
      question: 'What does it print?',
      type: 'many_choice',
      code: 'print(1)',
      answers: [
        { answer: '1', correct: true },
        { answer: '$1$', correct: true },
        { answer: '2', correct: false }
      ],
      lectern: { id: 'b', title: 'Titled', partial: true }
    },
    {
      question: 'How much?',
      type: 'numeric',
      answers: [
        { type: 'range', range: [3.13, 3.15], correct: true, feedback: 'Yes.' },
        { type: 'value', value: 3.15, correct: true, feedback: 'Yes.' },
        { type: 'value', value: 5, correct: true },
        { type: 'default', feedback: 'Draw it.' }
      ],
      lectern: { id: 'c' }
    },
    {
      question: 'Who?',
      type: 'string',
      answers: [
        { answer: 'Ada', correct: true },
        { answer: 'C++', match_case: true, correct: true },
        { type: 'default', feedback: 'Read again.' }
      ],
      lectern: { id: 'd' }
    },
    {
      question: 'Is the title all?',
      type: 'multiple_choice',
      answers: [{ answer: 'Yes', correct: true }],
      lectern: { id: 'e', titleOnly: true }
    }
  ]);
  expect(problems.map(({ rule, question }) => [rule, question])).toEqual([
    ['jupyterquiz/inexact', 2]
  ]);
});

it('reads them back', () => {
  const { questions } = toJupyterQuiz(fullQuizzesIn(QUIZZES));
  const { markdown, problems } = fromJupyterQuiz(JSON.parse(JSON.stringify(questions)));
  expect(problems).toEqual([]);
  expect(quizzesIn(markdown)).toEqual(quizzesIn(QUIZZES));
});

it('says what jupyterquiz cannot', () => {
  const { questions, problems } = toJupyterQuiz(
    fullQuizzesIn(
      ':::quiz{id=a}\nWhich?\n\n- [ ] one\n:::\n\n:::quiz{id=b type=text}\nWho?\n\n- [x] Ada\n- [x] /^A/\n:::\n'
    )
  );
  expect(questions.map(({ answers }) => answers)).toEqual([[{ answer: 'Ada', correct: true }]]);
  expect(problems.map(({ rule, question }) => [rule, question])).toEqual([
    ['jupyterquiz/lost', 1],
    ['jupyterquiz/lost', 2]
  ]);
});

describe('reads what others wrote', () => {
  const read = (
    question: object
  ): { quiz: Omit<QuizBlock, 'range'> | undefined; rules: string[] } => {
    const { markdown, problems } = fromJupyterQuiz([{ question: 'Q?', ...question }]);
    return { quiz: quizzesIn(markdown)[0], rules: problems.map(({ rule }) => rule) };
  };
  const answersOf = (question: object) =>
    read(question).quiz?.answers.map(({ text, correct, feedback }) => [text, correct, feedback]);

  test('a choice, with code and without an id', () => {
    const question = {
      type: 'multiple_choice',
      code: 'a = "```"\nprint(a)',
      answer_cols: 2,
      answers: [
        { answer: 'no', correct: false, feedback: 'Incorrect.' },
        { code: 'x += 1', correct: true, feedback: 'Yes.\n\nIndeed.' },
        { code: 'for x in y:\n    z', correct: false }
      ]
    };
    expect(read(question).rules).toEqual([]);
    expect(read(question).quiz).toMatchObject({
      id: 'q',
      type: 'single',
      question: 'Q?\n\n````python\na = "```"\nprint(a)\n````'
    });
    expect(answersOf(question)).toEqual([
      ['no', false, null],
      ['`x += 1`', true, 'Yes.\n\nIndeed.'],
      ['This code:\n\n```python\nfor x in y:\n    z\n```', false, null]
    ]);
  });

  test('numbers: values, half-open ranges, digits that count, and all others', () => {
    const question = {
      type: 'numeric',
      precision: 2,
      answers: [
        { type: 'value', value: 3.14, correct: true, feedback: 'Correct.' },
        { type: 'range', range: ['-10', 0], correct: false, feedback: 'Negative?' },
        { type: 'default', feedback: 'No.' }
      ]
    };
    expect(answersOf(question)).toEqual([
      ['3.1 ± 0.05', true, null],
      ['-5 ± 5', false, 'Negative?'],
      ['0 ± ∞', false, 'No.']
    ]);
    expect(read(question).rules).toEqual(['jupyterquiz/inexact']);
  });

  test('texts: case that counts, what looks like a pattern, what is compared loosely', () => {
    const question = {
      type: 'string',
      answers: [
        { answer: ' Ada ', correct: true, fuzzy_threshold: 0.8 },
        { answer: 'C++', correct: true, match_case: true },
        { answer: '/usr/', correct: false }
      ]
    };
    expect(answersOf(question)).toEqual([
      ['Ada', true, null],
      ['/^C\\+\\+$/', true, null],
      ['/^\\/usr\\/$/i', false, null]
    ]);
    expect(read(question).rules).toEqual(['jupyterquiz/lost']);
  });

  test('a question that ends in a list, and holds colons', () => {
    const { quiz, rules } = read({
      question: 'Of these:\n\n:::\n\n- a\n- b',
      type: 'many_choice',
      answers: [{ answer: 'a', correct: true }]
    });
    expect(rules).toEqual([]);
    expect(quiz?.answers).toHaveLength(1);
    expect(quiz?.question).toContain('- b');
  });

  test.each([
    ['no list', 7, 'jupyterquiz/not-questions'],
    ['an empty list', [], 'jupyterquiz/not-questions'],
    ['no answers', [{ question: 'Q?', type: 'numeric' }], 'jupyterquiz/malformed'],
    ['another type', [{ question: 'Q?', type: 'match', answers: [] }], 'jupyterquiz/unknown-type'],
    [
      'a bad answer',
      [{ question: 'Q?', type: 'numeric', answers: [{ value: 'x' }] }],
      'jupyterquiz/malformed'
    ],
    [
      'an open fence',
      [{ question: '```\nx', type: 'string', answers: [{ answer: 'a', correct: true }] }],
      'jupyterquiz/malformed'
    ],
    [
      'an unknown key',
      [{ question: 'Q?', type: 'string', hint: 'h', answers: [{ answer: 'a', correct: true }] }],
      'jupyterquiz/lost'
    ]
  ])('and says what is wrong with %s', (_, json, rule) => {
    expect(fromJupyterQuiz(json).problems.map((problem) => problem.rule)).toContain(rule);
  });

  test('whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (json, answers) => {
        fromJupyterQuiz(json);
        for (const type of ['multiple_choice', 'many_choice', 'numeric', 'string']) {
          const { markdown } = fromJupyterQuiz([{ question: json, type, answers: [answers] }]);
          expect(quizzesIn(markdown).length).toBeLessThanOrEqual(1);
        }
      })
    );
  });
});

describe('quizzes → jupyterquiz → quizzes', () => {
  const words = fc
    .array(fc.constantFrom('a', 'is', '*b*', '`code`', '$x^2$', '1.', '[link](u)', '5 < 6', 'é'), {
      minLength: 1,
      maxLength: 5
    })
    .map((parts) => `Word ${parts.join(' ')}`);
  const options = fc.uniqueArray(
    fc.record({ text: words, correct: fc.boolean(), feedback: fc.option(words) }),
    {
      minLength: 1,
      maxLength: 5,
      selector: ({ text }) => text
    }
  );
  const item = (text: string, correct: boolean, feedback: string | null): string =>
    `- [${correct ? 'x' : ' '}] ${text}${feedback === null ? '' : `\n  > ${feedback}`}`;
  const choice = fc
    .tuple(options, fc.boolean())
    .filter(([list]) => list.some(({ correct }) => correct))
    .map(([list, partial]) => ({
      attributes: `type=multiple${partial ? ' partial=true' : ''}`,
      items: list.map(({ text, correct, feedback }) => item(text, correct, feedback))
    }));
  const numeric = fc
    .tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 1e4 }), fc.option(words))
    .map(([value, tolerance, feedback]) => ({
      attributes: 'type=numeric',
      items: [
        item(`${value / 100}${tolerance === 0 ? '' : ` ± ${tolerance / 100}`}`, true, feedback)
      ]
    }));
  const typed = options
    .filter((list) => list.some(({ correct }) => correct))
    .map((list) => ({
      attributes: 'type=text',
      items: list.map(({ text, correct, feedback }) => item(text, correct, feedback))
    }));
  const lesson = fc
    .array(fc.tuple(fc.option(words), words, fc.oneof(choice, numeric, typed)), { maxLength: 4 })
    .map((quizzes) =>
      quizzes
        .map(([title, question, { attributes, items }], index) =>
          [
            `:::quiz ${title === null ? '' : `${title} `}{id=q${index} ${attributes}}`,
            question,
            '',
            ...items,
            ':::'
          ].join('\n')
        )
        .join('\n\n')
    );

  it('is the same quiz', () => {
    fc.assert(
      fc.property(lesson, (markdown) => {
        const before = quizzesIn(markdown);
        const { questions } = toJupyterQuiz(fullQuizzesIn(markdown));
        expect(questions).toHaveLength(before.length);
        const { markdown: after, problems } =
          questions.length === 0
            ? { markdown: '', problems: [] }
            : fromJupyterQuiz(JSON.parse(JSON.stringify(questions)));
        expect(problems).toEqual([]);
        expect(quizzesIn(after)).toEqual(before);
      })
    );
  });
});
