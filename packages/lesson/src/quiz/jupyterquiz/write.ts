/** Quizzes to the questions of jupyterquiz. */

import type { QuizAnswer, QuizBlock, QuizType } from '../../lesson.js';
import {
  CODE_LABEL,
  PLAIN_FEEDBACK,
  type Answer,
  type JupyterQuizProblem,
  type Question
} from './format.js';
import { ConversionProblems } from './problems.js';

const TYPES = {
  single: 'multiple_choice',
  multiple: 'many_choice',
  numeric: 'numeric',
  text: 'string'
} as const satisfies Record<QuizType, Question['type']>;

/** Quizzes that ask for nothing, or that nothing tells right from wrong, are left out and reported. */
export function toJupyterQuiz(quizzes: readonly QuizBlock[]): {
  questions: Question[];
  problems: JupyterQuizProblem[];
} {
  const problems = new ConversionProblems();
  const questions = quizzes.flatMap((quiz, index) => {
    problems.question = index + 1;
    if (quiz.graded) return [toQuestion(quiz, problems)];
    problems.report(
      'jupyterquiz/lost',
      `The quiz \`${quiz.id}\` is not graded, and jupyterquiz has no such questions; it is left out.`,
      'Mark what is right.'
    );
    return [];
  });
  return { questions, problems: problems.found };
}

function toQuestion(quiz: QuizBlock, problems: ConversionProblems): Question {
  const { id, title, type, partial } = quiz;
  if (partial) {
    problems.report(
      'jupyterquiz/inexact',
      `jupyterquiz gives no part of a point, as \`partial\` of the quiz \`${id}\` does.`,
      'Nothing needs to be done.'
    );
  }
  const { question, code } = splitCode([quiz.question, quiz.closing].filter(Boolean).join('\n\n'));
  const titled = title === null ? {} : question === '' ? { titleOnly: true as const } : { title };
  return {
    question: question === '' ? (title ?? '') : question,
    type: TYPES[type],
    ...(code !== null && { code }),
    answers: quiz.answers.flatMap((answer) => toAnswers(answer, id, problems)),
    lectern: { id, ...titled, ...(partial && { partial }) }
  };
}

/** jupyterquiz highlights one piece of Python, below the question. */
function splitCode(markdown: string): { question: string; code: string | null } {
  const fence = /(?:^|\n\n)(`{3,})python\n([\s\S]*?)\n\1$/.exec(markdown);
  if (fence === null) return { question: markdown, code: null };
  return { question: markdown.slice(0, fence.index), code: fence[2] as string };
}

function toAnswers(answer: QuizAnswer, id: string, problems: ConversionProblems): Answer[] {
  const { text, correct, feedback, match } = answer;
  const judged = { correct, ...(feedback !== null && { feedback }) };
  if (match === null) {
    const code = optionCode(text);
    return [code === null ? { answer: text, ...judged } : { code, ...judged }];
  }
  if (match.kind === 'text') return [{ answer: match.text, ...judged }];
  if (match.kind === 'number') {
    const { value, tolerance } = match;
    const said = feedback ?? (correct ? PLAIN_FEEDBACK.right : PLAIN_FEEDBACK.wrong);
    if (tolerance === Number.MAX_VALUE && !correct) return [{ type: 'default', feedback: said }];
    if (tolerance === 0) return [{ type: 'value', value, ...judged }];
    const upper = rounded(value + tolerance);
    const range: [number, number] = [rounded(value - tolerance), upper];
    // The upper end is within a tolerance, and not in a range.
    return [
      { type: 'range', range, correct, feedback: said },
      { type: 'value', value: upper, correct, feedback: said }
    ];
  }
  if (match.source === '.*' && !correct) {
    return [{ type: 'default', feedback: feedback ?? PLAIN_FEEDBACK.wrong }];
  }
  const exact = exactText(match.source);
  if (exact !== null) {
    return [{ answer: exact, ...(match.flags === '' && { match_case: true }), ...judged }];
  }
  problems.report(
    'jupyterquiz/lost',
    `jupyterquiz has no patterns; \`${text}\` of the quiz \`${id}\` is left out.`,
    'Write the answers that it stands for, one by one.'
  );
  return [];
}

/** An option that is nothing but code. */
function optionCode(text: string): string | null {
  const span = /^`([^`\n]+)`$/.exec(text);
  if (span !== null) return span[1] as string;
  const { question, code } = splitCode(text);
  return question === CODE_LABEL ? code : null;
}

/** The one text that a pattern matches, where it is of that kind. */
function exactText(source: string): string | null {
  const inner = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[^\w\s])+)\$$/.exec(source)?.[1];
  return inner === undefined ? null : inner.replace(/\\(.)/g, '$1');
}

/** 3.14 + 0.01 is not 3.15 in binary; to twelve digits it is. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
