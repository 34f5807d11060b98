/** The quizzes of a lesson, wherever they stand in it. */

import type { Block, Lesson, QuizBlock } from '../lesson.js';

/** In reading order. */
export function quizzesOf(lesson: Pick<Lesson, 'body'>): QuizBlock[] {
  return lesson.body.flatMap(quizzesIn);
}

function quizzesIn(block: Block): QuizBlock[] {
  if (block.kind === 'quiz') return [block];
  return 'children' in block ? block.children.flatMap(quizzesIn) : [];
}
