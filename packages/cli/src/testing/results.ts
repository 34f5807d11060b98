/** Results of grading, for the tests of what is made of them: one student's with everything in it. */

import type { CheckResult } from '@lectern/grader';
import type { Results, SubmissionResult } from '../grade/results.js';

export const WITHHELD = ['secret-name', 'secret-text', 'secret-message', 'secret-instructor'];

const check = (own: Partial<CheckResult>): CheckResult => ({
  kind: 'test',
  name: 'test_it',
  text: 'It works.',
  weight: 1,
  status: 'failed',
  message: 'It does not.',
  ...own
});

export function submission(name: string, own: Partial<SubmissionResult> = {}): SubmissionResult {
  return {
    student: { key: name, name, id: null },
    file: `${name}/words.ipynb`,
    late: false,
    status: 'graded',
    reason: null,
    lesson: 'words',
    version: '1.0',
    notes: ['From version 1.0; graded by version 2.0.'],
    score: 1,
    points: 3,
    prefix: null,
    challenges: [
      {
        challenge: 'one',
        status: 'failed',
        points: 2,
        score: 1,
        counts: true,
        notes: [],
        source: 'def f(x):\n    return "<script>alert(1)</script>" # </code>\n',
        checks: [
          check({ status: 'passed', message: 'Yes.', text: 'It <b>passes</b>.' }),
          check({
            message: 'f(1) gave <i>2</i>.',
            expected: '<1>',
            actual: '',
            line: 2,
            explanation: 'Look at <line 2>.',
            instructor: 'secret-instructor'
          }),
          check({
            withheld: true,
            name: 'secret-name',
            text: 'secret-text',
            message: 'secret-message',
            expected: 'secret-text'
          }),
          check({ withheld: true, status: 'passed', name: 'secret-name' })
        ]
      },
      {
        challenge: 'two',
        status: 'broken-check',
        points: 5,
        score: 0,
        counts: false,
        notes: [],
        source: 'x = 1',
        checks: [check({ status: 'broken-check', message: 'The check stopped.' })]
      }
    ],
    quizzes: [
      {
        quiz: 'q',
        status: 'failed',
        points: 1,
        score: 0,
        message: 'This is not the answer.',
        choices: [{ key: 'k', correct: false, feedback: 'Think **again**.' }],
        given: ['=1+<2>'],
        isTyped: true,
        notes: []
      }
    ],
    ...own
  };
}

export function results(...submissions: SubmissionResult[]): Results {
  return {
    course: { title: 'Course <1>', hash: 'h' },
    seed: 'seed-1',
    grader: { version: '0.1.0', build: 'b' },
    lessons: [
      {
        id: 'words',
        title: 'Words & more',
        version: '2.0',
        points: 8,
        challenges: [
          { id: 'one', title: 'First', points: 2, ungraded: null },
          { id: 'two', title: 'Second', points: 5, ungraded: null }
        ],
        quizzes: [{ id: 'q', title: null, question: 'How *much*?', points: 1, graded: true }]
      }
    ],
    submissions,
    broken: [
      {
        lesson: 'words',
        challenge: 'two',
        check: 'test_it',
        message: 'It stopped.',
        submissions: 1
      }
    ]
  };
}
