/** `lectern try` on a learner's notebook: a verdict on every challenge and quiz of its lesson. */

import colors from 'picocolors';
import { grade, gradeQuiz, readResponse, type QuizResult, type Verdict } from '@lectern/grader';
import { quizzesOf, type Lesson } from '@lectern/lesson';
import {
  identifyLesson,
  lessonOf,
  parseSubmission,
  WorkReader,
  type Work,
  type WorkNote
} from '@lectern/notebook';
import { readLesson } from '../course/read-lesson.js';
import { CommandError } from '../errors.js';
import { readText } from '../files.js';
import type { ExitCode } from '../main.js';
import { isolationFor, type TrustOption } from '../prepare/isolation.js';
import { withSandbox } from '../prepare/lazy-sandbox.js';
import { prepareLesson } from '../prepare/prepare-lesson.js';
import { endProgress, printDiagnostics, progress } from '../terminal.js';

export interface NotebookVerdicts {
  /** The lesson's id. */
  lesson: string;
  points: number;
  score: number;
  challenges: Verdict[];
  quizzes: QuizResult[];
  /** What had to be mended in the notebook, or could not be. */
  notes: WorkNote[];
}

/** What is right comes from the lesson; of the notebook only the answers are read. */
export async function tryNotebook(
  lessonPath: string,
  path: string,
  trust: TrustOption
): Promise<NotebookVerdicts> {
  const lesson = await readLesson(lessonPath);
  const work = readWork(path, await readText(path), lesson);
  const quizzes = quizzesOf(lesson).map((quiz) =>
    gradeQuiz(quiz, readResponse(work.responses.get(quiz.id)))
  );
  const challenges = await gradeChallenges(lesson, lessonPath, work.answers, trust);
  const graded = [...quizzes, ...challenges].filter(({ status }) => status !== 'ungraded');
  return {
    lesson: lesson.id,
    points: graded.reduce((sum, { points }) => sum + points, 0),
    score: graded.reduce((sum, { score }) => sum + score, 0),
    challenges,
    quizzes,
    notes: work.notes
  };
}

/** 0: all that is graded passed; 2: the checker failed on something. */
export function exitCodeOf({ challenges, quizzes }: NotebookVerdicts): ExitCode {
  const statuses = [...challenges, ...quizzes].map(({ status }) => status);
  if (statuses.includes('broken-check')) return 2;
  return statuses.every((status) => status === 'passed' || status === 'ungraded') ? 0 : 1;
}

export function describeQuiz({ quiz, status, score, points, message }: QuizResult): string {
  const paint = status === 'passed' ? colors.green : colors.red;
  return `${quiz}: ${paint(status)} (${Number(score.toFixed(2))} of ${points} points)\n  ${message}\n`;
}

async function gradeChallenges(
  lesson: Lesson,
  path: string,
  answers: Map<string, string>,
  trust: TrustOption
): Promise<Verdict[]> {
  return withSandbox(async (sandbox) => {
    const { grading, diagnostics } = await prepareLesson(lesson, sandbox, {
      onChallenge: (id) => progress(`Running the solution of ${id} …`)
    });
    if ([...grading.values()].some(({ ungraded }) => ungraded !== null)) {
      endProgress();
      printDiagnostics(diagnostics.map((diagnostic) => ({ path, ...diagnostic })));
    }
    const verdicts: Verdict[] = [];
    for (const [id, data] of grading) {
      progress(`Checking the answer to ${id} …`);
      // A cell that is gone is an answer that was never begun.
      verdicts.push(await grade(data, answers.get(id) ?? data.starter, sandbox()));
    }
    endProgress();
    return verdicts;
  }, isolationFor(trust));
}

/** The answers in the file, however they are marked in it; the notebook must say that it is of this lesson, or be it. */
function readWork(path: string, text: string, lesson: Lesson): Work {
  const notebook = parseSubmission(text);
  if ('reason' in notebook) throw new CommandError(`${path}: ${notebook.reason}`);
  const reader = new WorkReader(lesson);
  const identified = identifyLesson(notebook, [reader]);
  if (!('reason' in identified)) return reader.read(notebook.cells);
  const of = lessonOf(notebook)?.id;
  throw new CommandError(
    of === undefined
      ? `${path}: is not a notebook of a lesson. Name one that \`lectern\` made.`
      : `${path}: is a notebook of the lesson "${of}", and not of "${lesson.id}".`
  );
}
