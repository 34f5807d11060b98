/** A quiz as a cell: a list to read wherever there is no form for it, and the form's data. */

import type { QuizBlock } from '@lectern/lesson';
import { base64 } from './base64.js';
import { calloutMarkdown } from './callout.js';
import { paragraphs } from './markdown-text.js';
import type { QuizMetadata } from './metadata.js';

export function quizMarkdown(quiz: QuizBlock): string {
  return calloutMarkdown('quiz', quiz.title, quizContent(quiz));
}

/** The list names the options, and not the right ones; where it would be the answer itself, there is none. */
export function quizContent({ question, closing, ...quiz }: QuizBlock): string {
  const { answers } = quiz;
  const list = isChoice(quiz) ? answers.map(({ text }) => item(text)) : [];
  const asked = answers.length === 0 ? unmarked(question) : question;
  return paragraphs(asked, list.join('\n'), closing);
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

function isChoice({ type }: Pick<QuizBlock, 'type'>): boolean {
  return type === 'single' || type === 'multiple';
}

function item(text: string): string {
  return `- ${text.replace(/\n(?!\n|$)/g, '\n  ')}`;
}

/** A list that could not be read as the options stays in the question; its marks may still be the answer. */
function unmarked(question: string): string {
  return question.replace(/^(\s*(?:[-*+]|\d{1,9}[.)])\s+)\[[xX]\](?=\s)/gm, '$1[ ]');
}
