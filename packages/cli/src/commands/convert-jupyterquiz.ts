/** `lectern convert` to and from the JSON of jupyterquiz. */

import { readFile } from 'node:fs/promises';
import colors from 'picocolors';
import { quizzesOf } from '@lectern/lesson';
import {
  fromJupyterQuiz,
  toJupyterQuiz,
  type JupyterQuizProblem
} from '@lectern/lesson/jupyterquiz';
import { readLesson } from '../course/read-lesson.js';
import { CommandError } from '../errors.js';
import { readText, writeText } from '../files.js';
import { PAINT, printDiagnostics } from '../terminal.js';

interface Options {
  output?: string | undefined;
  force: boolean;
}

/** The quizzes of a lesson, as questions. */
export async function writeJupyterQuiz(path: string, options: Options): Promise<void> {
  const lesson = await readLesson(path);
  const quizzes = quizzesOf(lesson);
  if (quizzes.length === 0) {
    throw new CommandError(`${path}: has no quizzes. Write one as \`:::quiz\`.`);
  }
  printDiagnostics(
    lesson.diagnostics
      .filter(({ rule }) => rule.startsWith('quiz/'))
      .map((diagnostic) => ({ path, ...diagnostic }))
  );
  const { questions, problems } = toJupyterQuiz(quizzes);
  printProblems(path, problems);
  const target = options.output ?? path.replace(/(\.(md|markdown))?$/i, '.quiz.json');
  await write(target, `${JSON.stringify(questions, null, 2)}\n`, options.force);
}

/** Questions as the quizzes of a lesson. */
export async function readJupyterQuiz(path: string, options: Options): Promise<void> {
  const { markdown, problems } = fromJupyterQuiz(parseJson(path, await readText(path)));
  if (markdown === '') {
    const [first] = problems;
    throw new CommandError(
      `${path}: ${first?.message ?? 'holds no questions.'} ${first?.remedy ?? ''}`.trim()
    );
  }
  printProblems(path, problems);
  await write(options.output ?? path.replace(/(\.json)?$/i, '.md'), markdown, options.force);
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${path}: is not valid JSON (${reason.replace(/\s+/g, ' ')}).`);
  }
}

function printProblems(path: string, problems: readonly JupyterQuizProblem[]): void {
  for (const { question, severity, rule, message, remedy } of problems) {
    const place = question === null ? path : `${path}: question ${question}:`;
    process.stderr.write(
      `${place} ${PAINT[severity](severity)} ${colors.dim(rule)}\n  ${message}\n  ${remedy}\n`
    );
  }
}

/** What is there may have been worked on since: only what would not change is written over. */
async function write(target: string, text: string, force: boolean): Promise<void> {
  if (target === '-') {
    process.stdout.write(text);
    return;
  }
  const existing = force ? null : await readFile(target, 'utf8').catch(() => null);
  if (existing !== null && existing !== text) {
    throw new CommandError(
      `${target}: is there already. Name another file with -o, or say --force.`
    );
  }
  await writeText(target, text);
  process.stderr.write(`Wrote ${target}\n`);
}
