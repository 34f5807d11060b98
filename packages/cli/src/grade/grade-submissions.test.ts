/** Scores put together: what counts, what does not, and what is graded once. */

import type { GradingData } from '@lectern/grader';
import { parseLesson } from '@lectern/lesson';
import { WorkReader } from '@lectern/notebook';
import { describe, expect, it } from 'vitest';
import type { Graded } from './grade-answers.js';
import { brokenChecks, factsOf, resultOf, tasksOf, type Prepared } from './grade-submissions.js';
import type { Submission } from './submissions/collect.js';

const challenge = (id: string): string =>
  `### Challenge: ${id}\n\n- id: ${id}\n- points: 2\n\n#### Starter Code\n\n\`\`\`python\nx = 0\n\`\`\`\n\n#### Solution\n\n\`\`\`python\nx = 1\n\`\`\`\n`;
const lesson = parseLesson(
  `---\nid: words\ntitle: Words\n---\n\n# Words\n\n:::quiz{id=q}\nWhich?\n\n- [x] a\n- [ ] b\n:::\n\n---challenges---\n\n${challenge('one')}\n${challenge('two')}\n${challenge('three')}`
);
const data = (id: string, ungraded: string | null = null): GradingData => ({
  format: 2,
  challenge: id,
  points: 2,
  timeLimitSeconds: 10,
  memoryLimitMB: 256,
  tolerance: 1e-6,
  setup: null,
  stdin: null,
  starter: 'x = 0',
  ungraded,
  tests: null,
  output: null,
  behaviour: [],
  forbid: [],
  require: []
});
const prepared: Prepared = new Map([
  [
    'words',
    {
      lesson,
      grading: new Map([
        ['one', data('one')],
        ['two', data('two')],
        ['three', data('three', 'Nothing can be graded.')]
      ]),
      full: new Map(),
      diagnostics: []
    }
  ]
]);
const reader = new WorkReader(lesson);

function submission(name: string, answers: Record<string, string>): Submission {
  const work = { answers: new Map(Object.entries(answers)), responses: new Map(), notes: [] };
  return {
    student: { key: name, name, id: null },
    file: `${name}.ipynb`,
    late: false,
    found: { reader, version: null, work },
    supersededBy: null,
    notes: [],
    prefix: null
  };
}

/** As if graded: `status` by the answer's text. */
function verdicts(submissions: Submission[]): Map<string, Graded> {
  return new Map(
    tasksOf(submissions, prepared).map(({ key, data: { challenge: id }, source }) => {
      const status = id === 'three' ? 'ungraded' : source === 'break' ? 'broken-check' : 'passed';
      const check = {
        kind: 'test',
        name: 'test_it',
        text: '',
        weight: 1,
        message: 'It stopped.'
      } as const;
      const checks = status === 'ungraded' ? [] : [{ ...check, status } as const];
      const score = status === 'passed' ? 2 / 3 : 0;
      return [key, { challenge: id, status, points: 2, score, checks }];
    })
  );
}

describe('tasks', () => {
  it('each answer once, whoever gave it; a missing one is the starter', () => {
    const all = [
      submission('ada', { one: 'x = 1', two: 'x = 1' }),
      submission('ben', { one: 'x = 1' }),
      submission('chi', {})
    ];
    expect(
      tasksOf(all, prepared).map(({ data: { challenge: id }, source }) => [id, source])
    ).toEqual([
      ['one', 'x = 1'],
      ['two', 'x = 1'],
      ['three', 'x = 0'],
      ['two', 'x = 0'],
      ['one', 'x = 0']
    ]);
  });

  it('none of a submission that another has replaced, or that was not read', () => {
    const old = { ...submission('ada', { one: 'old' }), supersededBy: 'new.ipynb' };
    const unread = { ...submission('ben', {}), found: { reason: 'is empty.' } };
    expect(tasksOf([old, unread], prepared)).toEqual([]);
  });
});

describe('a score', () => {
  it('leaves out what is not graded', () => {
    const ada = submission('ada', { one: 'x = 1', two: 'x = 1' });
    expect(resultOf(ada, prepared, verdicts([ada]))).toMatchObject({
      status: 'graded',
      score: 1.333333,
      points: 5,
      quizzes: [{ quiz: 'q', status: 'not-attempted' }],
      challenges: [{ counts: true }, { counts: true }, { counts: false, status: 'ungraded' }]
    });
    expect(factsOf(prepared.get('words') as never)).toMatchObject({ points: 5 });
  });

  it('leaves out a broken check, which is told to the author once', () => {
    const all = [submission('ada', { one: 'break' }), submission('ben', { one: 'break' })];
    const results = all.map((one) => resultOf(one, prepared, verdicts(all)));
    expect(results[0]).toMatchObject({ points: 3, challenges: [{ counts: false }, {}, {}] });
    expect(brokenChecks(results)).toEqual([
      {
        lesson: 'words',
        challenge: 'one',
        check: 'test_it',
        message: 'It stopped.',
        submissions: 2
      }
    ]);
  });
});
