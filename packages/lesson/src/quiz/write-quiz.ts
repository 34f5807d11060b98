/** A quiz back to the directive that it is written as. */

import type { QuizAnswer, QuizBlock } from '../lesson.js';

export type WritableQuiz = Pick<
  QuizBlock,
  'id' | 'title' | 'type' | 'question' | 'closing' | 'partial'
> & { answers: Pick<QuizAnswer, 'text' | 'correct' | 'feedback'>[] };

export function writeQuiz(quiz: WritableQuiz): string {
  const { id, title, type, partial } = quiz;
  const body = writeQuizBody(quiz);
  const colons = ':'.repeat(longestRun(body, /^ {0,3}(:{3,})/gm, 2) + 1);
  const attributes = `{id=${id} type=${type}${partial ? ' partial=true' : ''}}`;
  const heading = title === null ? '' : ` ${title.replace(/\s+/g, ' ')} `;
  return `${colons}quiz${heading}${attributes}\n${body}\n${colons}`;
}

/** Question, options with their marks and feedback, and what comes after them. */
export function writeQuizBody({
  question,
  closing,
  answers
}: Pick<WritableQuiz, 'question' | 'closing' | 'answers'>): string {
  const bullet = freeBullet(question);
  const options = answers.map((answer) => writeOption(answer, bullet)).join('\n');
  return [question, options, closing].filter((part) => part !== '').join('\n\n');
}

/** A fence that is longer than any in the code. */
export function writeFence(source: string, language: string): string {
  const marks = '`'.repeat(longestRun(source, /(`+)/g, 2) + 1);
  return `${marks}${language}\n${source}\n${marks}`;
}

function writeOption({ text, correct, feedback }: WritableQuiz['answers'][number], bullet: string) {
  const said = feedback === null ? '' : `\n\n${feedback.replace(/^/gm, '> ')}`;
  const item = `${bullet} [${correct ? 'x' : ' '}] ${text}${said}`;
  return item.replace(/\n(?!\n|$)/g, '\n  ');
}

/** A list after another is one of its own only with another bullet. */
function freeBullet(question: string): string {
  const bullets = ['-', '*', '+'];
  const isUsed = (bullet: string): boolean =>
    question.split('\n').some((line) => line.trimStart().startsWith(`${bullet} `));
  return bullets.find((bullet) => !isUsed(bullet)) ?? '-';
}

function longestRun(text: string, run: RegExp, least: number): number {
  return Math.max(least, ...[...text.matchAll(run)].map(([, found = '']) => found.length));
}
