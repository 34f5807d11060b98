/** One response to one quiz: the result. Pure; the page and the command line call the same function. */

import type { QuizAnswer, QuizBlock } from '@lectern/lesson';
import { english, sayIn, type Messages, type Say } from '../messages/messages.js';
import type { QuizResponse } from './response.js';
import { matches, readTypedNumber } from './typed-answer.js';

/** What of a quiz decides; its texts do not. */
export type GradableQuiz = Pick<
  QuizBlock,
  'id' | 'type' | 'answers' | 'partial' | 'points' | 'graded'
>;

export type QuizStatus = 'passed' | 'failed' | 'not-attempted' | 'ungraded';

export interface QuizResult {
  /** The quiz's id. */
  quiz: string;
  status: QuizStatus;
  /** What can be had, and what was had. */
  points: number;
  score: number;
  /** One or two sentences to the learner. */
  message: string;
  /** What was chosen, in the order of the options; of a typed answer, what it was found to be, if anything. */
  choices: ChoiceResult[];
}
export interface ChoiceResult {
  /** Of the option, or of the foreseen answer. */
  key: string;
  /** `null` where the quiz is not graded. */
  correct: boolean | null;
  /** Markdown. */
  feedback: string | null;
}

export function gradeQuiz(
  quiz: GradableQuiz,
  response: QuizResponse | null,
  { messages = english }: { messages?: Messages } = {}
): QuizResult {
  const say = sayIn(messages);
  return typeof response === 'string'
    ? gradeTyped(quiz, response, say)
    : gradeChosen(quiz, new Set(response ?? []), say);
}

function gradeTyped(quiz: GradableQuiz, typed: string, say: Say): QuizResult {
  if (quiz.type !== 'numeric' && quiz.type !== 'text') return notAttempted(quiz, say);
  if (typed.trim() === '') return notAttempted(quiz, say);
  if (quiz.type === 'numeric' && readTypedNumber(typed) === null) {
    return notAttempted(quiz, say, say('quiz.no-number'));
  }
  // An answer that is right is not also one foreseen to be wrong.
  const candidates = quiz.answers.toSorted((a, b) => Number(b.correct) - Number(a.correct));
  const found = candidates.find(({ match }) => match !== null && matches(match, typed));
  const passed = found?.correct === true;
  return result(quiz, say, {
    chosen: found === undefined ? [] : [found],
    fraction: passed ? 1 : 0,
    message: passed ? say('quiz.right') : say('quiz.wrong')
  });
}

function gradeChosen(quiz: GradableQuiz, keys: ReadonlySet<string>, say: Say): QuizResult {
  const { answers, type } = quiz;
  if (type === 'numeric' || type === 'text') return notAttempted(quiz, say);
  // What is no option any more was chosen in an earlier version of the lesson.
  const chosen = answers.filter(({ key }) => keys.has(key));
  if (chosen.length === 0) return notAttempted(quiz, say);
  const right = answers.filter(({ correct }) => correct).length;
  const rightChosen = chosen.filter(({ correct }) => correct).length;
  const wrongChosen = chosen.length - rightChosen;
  const passed = rightChosen === right && wrongChosen === 0;
  const partly = quiz.partial ? Math.max(0, (rightChosen - wrongChosen) / right) : 0;
  return result(quiz, say, {
    chosen,
    fraction: passed ? 1 : partly,
    message: say(chosenMessage(type, passed, rightChosen, wrongChosen))
  });
}

function chosenMessage(
  type: GradableQuiz['type'],
  passed: boolean,
  rightChosen: number,
  wrongChosen: number
) {
  if (passed) return type === 'single' ? 'quiz.right' : 'quiz.right-complete';
  if (type === 'single') return 'quiz.wrong';
  if (wrongChosen === 0) return 'quiz.incomplete';
  return rightChosen === 0 ? 'quiz.none-right' : 'quiz.some-right';
}

interface Outcome {
  chosen: readonly QuizAnswer[];
  /** Of the points. */
  fraction: number;
  message: string;
}

function result(quiz: GradableQuiz, say: Say, { chosen, fraction, message }: Outcome): QuizResult {
  const { id, points, graded } = quiz;
  const choices = chosen.map(({ key, correct, feedback }) => ({
    key,
    correct: graded ? correct : null,
    feedback
  }));
  if (!graded) {
    const ungraded = say('quiz.ungraded');
    return { quiz: id, status: 'ungraded', points, score: 0, message: ungraded, choices };
  }
  const status = fraction === 1 ? 'passed' : 'failed';
  return { quiz: id, status, points, score: points * fraction, message, choices };
}

function notAttempted(
  { id, type, points }: GradableQuiz,
  say: Say,
  message = say(`quiz.first-${type}`)
): QuizResult {
  return { quiz: id, status: 'not-attempted', points, score: 0, message, choices: [] };
}
