/** The questions of jupyterquiz to quizzes in Markdown. Takes any JSON; what cannot be read is reported. */

import { parseLesson } from '../../parse-lesson.js';
import { SLUG } from '../../slug.js';
import { free, idFromText } from '../name-quizzes.js';
import { quizzesOf } from '../quizzes-of.js';
import { writeFence, writeQuiz, type WritableQuiz } from '../write-quiz.js';
import type { QuizType } from '../../lesson.js';
import { readAnswers } from './read-answers.js';
import type { JupyterQuizProblem } from './format.js';
import { ConversionProblems } from './problems.js';
import { isRecord, text } from './values.js';

const TYPES: Readonly<Record<string, QuizType>> = {
  multiple_choice: 'single',
  many_choice: 'multiple',
  numeric: 'numeric',
  string: 'text'
};
const KNOWN = ['question', 'type', 'code', 'answers', 'precision', 'lectern'];
/** How wide or in how many columns something is drawn is no part of the question. */
const LOOKS = ['answer_cols', 'input_width', 'id'];

export interface ReadJupyterQuiz {
  /** Directives, with a blank line between; empty when there is no question. */
  markdown: string;
  problems: JupyterQuizProblem[];
}

export function fromJupyterQuiz(json: unknown): ReadJupyterQuiz {
  const problems = new ConversionProblems();
  const questions = Array.isArray(json)
    ? json
    : isRecord(json) && 'question' in json
      ? [json]
      : null;
  if (questions === null || questions.length === 0) {
    problems.report(
      'jupyterquiz/not-questions',
      'This is not a list of jupyterquiz questions.',
      'Name a file that holds a list such as `[{"question": …, "type": …, "answers": […]}]`.'
    );
    return { markdown: '', problems: problems.found };
  }
  const taken = new Set<string>();
  const written = questions.flatMap((question: unknown, index) => {
    problems.question = index + 1;
    const quiz = readQuestion(question, taken, problems);
    return quiz === null ? [] : writeSafely(quiz, problems);
  });
  return { markdown: written.map((quiz) => `${quiz}\n`).join('\n'), problems: problems.found };
}

function readQuestion(
  value: unknown,
  taken: Set<string>,
  problems: ConversionProblems
): WritableQuiz | null {
  if (!isRecord(value) || !Array.isArray(value['answers'])) {
    problems.report(
      'jupyterquiz/malformed',
      'This question has no list of answers; it is left out.',
      'Give it `"question"`, `"type"` and `"answers"`.'
    );
    return null;
  }
  const type = Object.hasOwn(TYPES, String(value['type']))
    ? TYPES[String(value['type'])]
    : undefined;
  if (type === undefined) {
    problems.report(
      'jupyterquiz/unknown-type',
      `Quizzes have no \`${String(value['type'])}\` questions; “${text(value['question']).slice(0, 80)}” is left out.`,
      'Ask it in another way.'
    );
    return null;
  }
  for (const key of Object.keys(value)) {
    if (KNOWN.includes(key) || LOOKS.includes(key)) continue;
    problems.report(
      'jupyterquiz/lost',
      `\`${key}\` means nothing to a quiz; it is left out.`,
      'Nothing needs to be done, unless it says something to the learner.'
    );
  }
  const code = text(value['code']);
  const own = isRecord(value['lectern']) ? value['lectern'] : {};
  const asked = text(value['question']).trim();
  const titleOnly = own['titleOnly'] === true;
  const title = (titleOnly ? asked : text(own['title'])) || null;
  const question = [titleOnly ? '' : asked, code === '' ? '' : writeFence(code, 'python')]
    .filter((part) => part !== '')
    .join('\n\n');
  const id = text(own['id']);
  return {
    id: free(SLUG.test(id) ? id : idFromText({ title, question }), taken),
    title,
    type,
    question,
    answers: readAnswers(value['answers'], type, value['precision'], problems),
    closing: '',
    partial: own['partial'] === true && type === 'multiple'
  };
}

/** Text from elsewhere may hold what breaks a directive, such as a fence that is never closed. */
function writeSafely(quiz: WritableQuiz, problems: ConversionProblems): string[] {
  const markdown = writeQuiz(quiz);
  const { body } = parseLesson(markdown);
  const [read] = quizzesOf({ body });
  if (body.length === 1 && read?.id === quiz.id && read.answers.length === quiz.answers.length) {
    return [markdown];
  }
  problems.report(
    'jupyterquiz/malformed',
    `The text of “${quiz.question.slice(0, 80)}” cannot stand in a quiz as it is; it is left out.`,
    'Look for a fence that is never closed, or for a list that reaches to the end.'
  );
  return [];
}
