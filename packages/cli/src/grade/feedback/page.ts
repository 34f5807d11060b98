/** A student's feedback as one page of HTML that holds all it shows, runs nothing and names nobody else. */

import { h, stringify, type Element } from '@lectern/notebook/print';
import { rounded, type LessonFacts, type Results, type SubmissionResult } from '../results.js';
import { STYLE } from './style.js';
import {
  anchor,
  challengeSection,
  challengeTitle,
  head,
  noteList,
  pointsOf,
  quizSection,
  quizTitle
} from './task.js';
import { QUIZ_WORDS, STATUS_WORDS, type Words } from './words.js';

/** Nothing is loaded and nothing runs, whatever an answer holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** `submissions`: of one student. */
export function feedbackPage(
  { course, lessons }: Pick<Results, 'course' | 'lessons'>,
  submissions: readonly SubmissionResult[]
): string {
  const name = submissions[0]?.student.name ?? '';
  const graded = submissions.filter(({ status }) => status === 'graded');
  const sum = (key: 'score' | 'points'): number =>
    rounded(graded.reduce((total, one) => total + one[key], 0));
  const total = { score: sum('score'), points: sum('points') };
  const body = h(
    'main',
    {},
    h('p', { className: ['course'] }, course.title),
    h('h1', {}, `Feedback for ${name}`),
    graded.length === 0 ? null : h('p', { className: ['total'] }, 'In all: ', pointsOf(total)),
    lessons.flatMap((lesson) =>
      graded.filter((one) => one.lesson === lesson.id).map((one) => lessonSection(lesson, one))
    ),
    submissions.filter(({ status }) => status === 'not-read').map(notRead),
    h('footer', {}, 'Checked by running your answers. Something seems wrong? Tell your instructor.')
  );
  const page = h(
    'html',
    { lang: 'en' },
    h(
      'head',
      {},
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: ['Content-Security-Policy'], content: POLICY }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('title', {}, `Feedback for ${name}`),
      h('style', {}, STYLE)
    ),
    h('body', {}, body)
  );
  return `${stringify({ type: 'root', children: [{ type: 'doctype' }, page] })}\n`;
}

function lessonSection(facts: LessonFacts, submission: SubmissionResult): Element {
  const { late, notes, quizzes, challenges } = submission;
  return h(
    'section',
    { className: ['lesson'] },
    head(facts.title, submission, 'h2'),
    h(
      'p',
      { className: ['facts'] },
      `From ${ownName(submission)}${late ? ', handed in late' : ''}.`
    ),
    noteList(notes),
    summary(facts, submission),
    quizzes.map((quiz) => quizSection(quiz, facts)),
    challenges.map((challenge) => challengeSection(challenge, facts))
  );
}

/** All tasks at a glance. */
function summary(facts: LessonFacts, { quizzes, challenges }: SubmissionResult): Element {
  const row = (
    task: string,
    title: string,
    { mark, mood, text }: Words,
    score: { score: number; points: number } | null
  ): Element =>
    h(
      'tr',
      {},
      h('td', {}, h('span', { className: ['mark', mood], ariaHidden: 'true' }, mark)),
      h('th', { scope: 'row' }, h('a', { href: `#${anchor(facts.id, task)}` }, title)),
      h('td', {}, text),
      h('td', {}, score && pointsOf(score))
    );
  return h(
    'table',
    { className: ['summary'] },
    h(
      'tbody',
      {},
      quizzes.map((one) =>
        row(
          one.quiz,
          quizTitle(one.quiz, facts),
          QUIZ_WORDS[one.status],
          one.status === 'ungraded' ? null : one
        )
      ),
      challenges.map((one) =>
        row(
          one.challenge,
          challengeTitle(one.challenge, facts),
          STATUS_WORDS[one.status],
          one.counts ? one : null
        )
      )
    )
  );
}

function notRead(submission: SubmissionResult): Element {
  return h(
    'section',
    { className: ['lesson'] },
    h('h2', {}, ownName(submission)),
    h('p', { className: ['status', 'bad'] }, 'Not graded'),
    h('p', {}, `The file ${submission.reason ?? ''}`)
  );
}

/** Without the folders that the instructor keeps it in. */
function ownName({ file }: SubmissionResult): string {
  return file.split('/').at(-1) ?? file;
}
