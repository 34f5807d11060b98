/** The results as a table for spreadsheets and learning platforms: a row a student and lesson. */

import { stringify } from 'csv-stringify/sync';
import type { LessonFacts, Results, SubmissionResult } from '../results.js';

const COLUMNS = [
  'student',
  'id',
  'lesson',
  'version',
  'file',
  'late',
  'status',
  'score',
  'points',
  'percent',
  'notes'
];

/** With a byte order mark, without which Excel takes UTF-8 for something else; formulas are made harmless. */
export function csvReport({ lessons, submissions }: Results): string {
  const columns = lessons.flatMap(partsOf);
  const header = [...COLUMNS, ...columns.flatMap(({ name }) => [name, `${name} status`])];
  const rows = submissions
    .filter(({ status }) => status !== 'superseded')
    .map((submission) => [
      ...factsOf(submission),
      ...columns.flatMap(({ lesson, id }) =>
        submission.lesson === lesson ? scoreOf(submission, id) : ['', '']
      )
    ]);
  const lines = [header, ...rows].map((row) => row.map((cell) => cell.replace(/\p{Cc}+/gu, ' ')));
  return stringify(lines, { bom: true, escape_formulas: true });
}

interface Part {
  /** Of the column. */
  name: string;
  lesson: string;
  id: string;
}

function partsOf({ id: lesson, challenges, quizzes }: LessonFacts): Part[] {
  return [...challenges, ...quizzes].map(({ id }) => ({ name: `${lesson}/${id}`, lesson, id }));
}

function factsOf(submission: SubmissionResult): string[] {
  const { student, lesson, version, file, late, status, score, points, notes, reason } = submission;
  const said = [...(reason === null ? [] : [`The file ${reason}`]), ...notes];
  const isGraded = status === 'graded';
  return [
    student.name,
    student.id ?? '',
    lesson ?? '',
    version ?? '',
    file,
    late ? 'late' : '',
    status,
    isGraded ? String(score) : '',
    isGraded ? String(points) : '',
    isGraded && points > 0 ? String(Number(((100 * score) / points).toFixed(2))) : '',
    said.join(' ')
  ];
}

/** What does not count has no score. */
function scoreOf({ challenges, quizzes }: SubmissionResult, id: string): [string, string] {
  const challenge = challenges.find((one) => one.challenge === id);
  if (challenge !== undefined) {
    return [challenge.counts ? String(challenge.score) : '', challenge.status];
  }
  const quiz = quizzes.find((one) => one.quiz === id);
  if (quiz === undefined) return ['', ''];
  return [quiz.status === 'ungraded' ? '' : String(quiz.score), quiz.status];
}
