/** Submissions and verdicts put together: scores, notes, and which checks are broken. */

import { gradeQuiz, readResponse, type GradingData } from '@lectern/grader';
import { quizzesOf, type Lesson, type QuizBlock } from '@lectern/lesson';
import type { WorkNote } from '@lectern/notebook';
import type { PreparedLesson } from '../prepare/prepare-lesson.js';
import { answerKey, type AnswerTask, type Graded } from './grade-answers.js';
import {
  rounded,
  type AnsweredQuiz,
  type BrokenCheck,
  type ChallengeResult,
  type LessonFacts,
  type SubmissionResult
} from './results.js';
import type { Found, Submission } from './submissions/collect.js';

export type Prepared = ReadonlyMap<string, PreparedLesson>;

/** Each answer once, in the order of the submissions. */
export function tasksOf(submissions: readonly Submission[], prepared: Prepared): AnswerTask[] {
  const tasks = new Map<string, AnswerTask>();
  for (const { found, supersededBy } of submissions) {
    if ('reason' in found || supersededBy !== null) continue;
    const { lesson } = found.reader;
    for (const [id, data] of prepared.get(lesson.id)?.grading ?? []) {
      const source = answerTo(found, id, data);
      const key = answerKey(lesson.id, id, source);
      tasks.set(key, { key, data, source });
    }
  }
  return [...tasks.values()];
}

/** A cell that is gone is an answer that was never begun. */
function answerTo({ work }: Found, id: string, { starter }: GradingData): string {
  return work.answers.get(id) ?? starter;
}

export function resultOf(
  submission: Submission,
  prepared: Prepared,
  verdicts: ReadonlyMap<string, Graded>
): SubmissionResult {
  const { student, file, late, found, supersededBy, prefix } = submission;
  const result: SubmissionResult = {
    student,
    file,
    late,
    status: 'not-read',
    reason: 'reason' in found ? found.reason : null,
    lesson: 'reason' in found ? null : found.reader.lesson.id,
    version: 'reason' in found ? null : found.version,
    notes: [...submission.notes],
    score: 0,
    points: 0,
    challenges: [],
    quizzes: [],
    prefix
  };
  if ('reason' in found) return result;
  if (supersededBy !== null) {
    return {
      ...result,
      status: 'superseded',
      notes: [...result.notes, `Counts: ${supersededBy}.`]
    };
  }
  const { lesson } = found.reader;
  const grading = prepared.get(lesson.id)?.grading ?? new Map<string, GradingData>();
  const challenges = [...grading].map(([id, data]) => challengeResult(found, id, data, verdicts));
  const quizzes = quizzesOf(lesson).map((quiz) => quizResult(found, quiz));
  const counted = [
    ...challenges.filter(({ counts }) => counts),
    ...quizzes.filter(({ status, quiz }) => status !== 'ungraded' && isGradedQuiz(lesson, quiz))
  ];
  return {
    ...result,
    status: 'graded',
    score: rounded(counted.reduce((sum, { score }) => sum + score, 0)),
    points: rounded(counted.reduce((sum, { points }) => sum + points, 0)),
    // Only now: a sum of what was rounded is another.
    challenges: challenges.map((one) => ({ ...one, score: rounded(one.score) })),
    quizzes: quizzes.map((one) => ({ ...one, score: rounded(one.score) }))
  };
}

function challengeResult(
  found: Found,
  id: string,
  data: GradingData,
  verdicts: ReadonlyMap<string, Graded>
): ChallengeResult {
  const key = answerKey(found.reader.lesson.id, id, answerTo(found, id, data));
  const verdict = verdicts.get(key);
  if (verdict === undefined) throw new Error(`no verdict on ${id}`);
  const { status, points, score, checks } = verdict;
  return {
    challenge: id,
    status,
    points,
    score,
    counts: status !== 'ungraded' && status !== 'broken-check',
    checks,
    notes: notesOn(found.work.notes, id),
    source: found.work.answers.get(id) ?? null
  };
}

function quizResult(found: Found, quiz: QuizBlock): AnsweredQuiz {
  const response = readResponse(found.work.responses.get(quiz.id));
  const result = gradeQuiz(quiz, response);
  const isTyped = typeof response === 'string';
  const given = isTyped
    ? [response]
    : quiz.answers.filter(({ key }) => response?.includes(key)).map(({ text }) => text);
  return {
    ...result,
    given,
    isTyped,
    notes: notesOn(found.work.notes, quiz.id)
  };
}

function notesOn(notes: readonly WorkNote[], id: string): string[] {
  return notes.filter(({ about }) => about === id).map(({ text }) => text);
}

function isGradedQuiz(lesson: Lesson, id: string): boolean {
  return quizzesOf(lesson).some((quiz) => quiz.id === id && quiz.graded);
}

export function factsOf({ lesson, grading }: PreparedLesson): LessonFacts {
  const challenges = lesson.challenges.map(({ id, title, points }) => ({
    id,
    title,
    points,
    ungraded: grading.get(id)?.ungraded ?? null
  }));
  const quizzes = quizzesOf(lesson).map(({ id, title, question, points, graded }) => ({
    id,
    title,
    question,
    points,
    graded
  }));
  const all = [
    ...challenges.filter(({ ungraded }) => ungraded === null),
    ...quizzes.filter(({ graded }) => graded)
  ];
  const { id, title, version } = lesson;
  const points = rounded(all.reduce((sum, one) => sum + one.points, 0));
  return { id, title, version, points, challenges, quizzes };
}

/** Each once, with how many submissions met it. */
export function brokenChecks(submissions: readonly SubmissionResult[]): BrokenCheck[] {
  const found = new Map<string, BrokenCheck>();
  for (const { lesson, challenges } of submissions) {
    for (const { challenge, checks } of challenges) {
      for (const { status, name, message, instructor } of checks) {
        if (status !== 'broken-check') continue;
        const said = instructor ?? message;
        const key = JSON.stringify([lesson, challenge, name, said]);
        const one = found.get(key) ?? {
          lesson: lesson ?? '',
          challenge,
          check: name,
          message: said,
          submissions: 0
        };
        found.set(key, { ...one, submissions: one.submissions + 1 });
      }
    }
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
