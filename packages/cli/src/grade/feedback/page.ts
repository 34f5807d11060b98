/** A student's feedback as one page of HTML that holds all it shows, runs nothing and names nobody else. */

import { h, stringify, type Element } from '@lectern/notebook/print';
import { rounded, type LessonFacts, type Results, type SubmissionResult } from '../results.js';
import { STYLE } from './style.js';
import { challengeSection, head, noteList, pointsOf, quizSection } from './task.js';

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
  const { file, late, notes, quizzes, challenges } = submission;
  return h(
    'section',
    { className: ['lesson'] },
    head(facts.title, submission, 'h2'),
    h('p', { className: ['facts'] }, `From ${file}${late ? ', handed in late' : ''}.`),
    noteList(notes),
    quizzes.map((quiz) => quizSection(quiz, facts)),
    challenges.map((challenge) => challengeSection(challenge, facts))
  );
}

function notRead({ file, reason }: SubmissionResult): Element {
  return h(
    'section',
    { className: ['lesson'] },
    h('h2', {}, file.split('/').at(-1) ?? file),
    h('p', { className: ['status', 'bad'] }, 'Not graded'),
    h('p', {}, `The file ${reason ?? ''}`)
  );
}
