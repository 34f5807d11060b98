/** The JSON of jupyterquiz: the quizzes of a lesson, written and read. */

import { quizzesOf } from '@lectern/lesson';
import { fromJupyterQuiz, toJupyterQuiz } from '@lectern/lesson/jupyterquiz';
import { CommandError } from '../errors.js';
import type { Format, Reader } from './format.js';

export const jupyterquiz: Format = {
  extension: '.quiz.json',
  write({ lesson, path }) {
    const quizzes = quizzesOf(lesson);
    const [first] = quizzes;
    if (first === undefined) {
      throw new CommandError(`${path}: has no quizzes. Write one as \`:::quiz\`.`);
    }
    const { questions, problems } = toJupyterQuiz(quizzes);
    const diagnostics = [
      ...lesson.diagnostics.filter(({ rule }) => rule.startsWith('quiz/')),
      ...problems.map(({ question, ...problem }) => ({
        ...problem,
        range: (quizzes[(question ?? 1) - 1] ?? first).range
      }))
    ];
    return Promise.resolve({ text: `${JSON.stringify(questions, null, 2)}\n`, diagnostics });
  }
};

/** @throws {CommandError} where the file holds no questions. */
export const fromJupyterQuizFile: Reader = (text, path) => {
  const { markdown, problems } = fromJupyterQuiz(parseJson(path, text));
  if (markdown === '') {
    const [first] = problems;
    throw new CommandError(
      `${path}: ${first?.message ?? 'holds no questions.'} ${first?.remedy ?? ''}`.trim()
    );
  }
  return {
    text: markdown,
    problems: problems.map(({ question, message, remedy }) =>
      [question === null ? '' : `question ${question}: `, message, ' ', remedy].join('')
    )
  };
};

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${path}: is not valid JSON (${reason.replace(/\s+/g, ' ')}).`);
  }
}
