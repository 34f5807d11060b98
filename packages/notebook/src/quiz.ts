/** A quiz as a cell: a list to read wherever there is no form for it, and the form's data. */

import type { QuizAnswer, QuizBlock } from '@lectern/lesson';
import { base64 } from './base64.js';
import { calloutMarkdown } from './callout.js';
import { codeSpan, paragraphs } from './markdown-text.js';
import type { Edition, QuizMetadata } from './metadata.js';

/** The learner's list names the options, and not the right ones; where it would be the answer itself, there is none. */
export function quizMarkdown(quiz: QuizBlock, edition: Edition): string {
  const { title, question, answers, closing } = quiz;
  const list =
    edition === 'instructor'
      ? answers.map(answerItem)
      : isChoice(quiz)
        ? answers.map(({ text }) => item(text))
        : [];
  const asked = edition === 'student' && answers.length === 0 ? unmarked(question) : question;
  return calloutMarkdown('quiz', title, paragraphs(asked, list.join('\n'), closing));
}

export function quizMetadata(quiz: QuizBlock): QuizMetadata {
  const { id, title, type, question, answers, closing, partial, points, graded } = quiz;
  return {
    id,
    title,
    type,
    question: answers.length === 0 ? unmarked(question) : question,
    options: isChoice(quiz) ? answers.map(({ key, text }) => ({ key, text })) : [],
    closing,
    partial,
    points,
    graded,
    answers: base64(JSON.stringify(answers))
  };
}

function isChoice({ type }: QuizBlock): boolean {
  return type === 'single' || type === 'multiple';
}

function answerItem({ text, correct, feedback, match }: QuizAnswer): string {
  // A typed answer is compared as it is written: a pattern's stars are no emphasis.
  const plain = match === null || text.startsWith('`');
  const shown = plain ? text : codeSpan(text.replace(/\s+/g, ' '));
  const said = feedback === null ? '' : `\n\n${feedback.replace(/^/gm, '> ')}`;
  return item(`[${correct ? 'x' : ' '}] ${shown}${said}`);
}

function item(text: string): string {
  return `- ${text.replace(/\n(?!\n|$)/g, '\n  ')}`;
}

/** A list that could not be read as the options stays in the question; its marks may still be the answer. */
function unmarked(question: string): string {
  return question.replace(/^(\s*(?:[-*+]|\d{1,9}[.)])\s+)\[[xX]\](?=\s)/gm, '$1[ ]');
}
