/** Questions written as the format has them: quizzes, and open tasks. */

import { draftLines, type Draft, type Guess } from '../draft.js';
import { quoted } from '../words.js';
import type { Reading } from './questions.js';

export interface Question {
  /** Markdown. */
  lines: readonly string[];
  /** Its number or label in the text; `null` where it has none. */
  title: string | null;
  reading: Reading;
  /** What the text says is right. */
  answer: Answer | null;
}
export interface Answer {
  /** Which of the choices, from 0. */
  choice: number;
  /** As it stood in the text. */
  text: string;
}

/** `id` is for a quiz. */
export function questionLines({ lines, title, reading, answer }: Question, id: string): Draft {
  const label = title === null ? '' : ` ${title}`;
  const text = lines.join(' ');
  if (reading.kind === 'open') {
    const attributes = reading.answer === 'text' ? `${label === '' ? '' : ' '}{answer=text}` : '';
    return draftLines([`:::try-it${label}${attributes}`, ...lines, ':::'], openTask(text, reading));
  }
  const { type, choices } = reading;
  const attributes = `{id=${id} type=${type}}`;
  const options =
    choices.length === 0
      ? ['- [ ] …']
      : choices.flatMap((choice, index) =>
          index === answer?.choice ? [`- [x] ${choice}`, `  > ${answer.text}`] : [`- [ ] ${choice}`]
        );
  return draftLines(
    [`:::quiz${label}${label === '' ? '' : ' '}${attributes}`, ...lines, '', ...options, ':::'],
    answer === null ? unanswered(text, choices) : answered(answer)
  );
}

function openTask(text: string, { answer, reason }: Extract<Reading, { kind: 'open' }>): Guess {
  return {
    rule: 'import/open-question',
    message: `${quoted(text)} is read as an open task with an empty ${answer === 'text' ? 'cell for words' : 'code cell'}: ${reason}.`,
    remedy: 'To have it graded, make it a `:::quiz` with choices, or a challenge.'
  };
}

function unanswered(text: string, choices: readonly string[]): Guess {
  return {
    rule: 'import/quiz-answer',
    message: `${quoted(text)} is now a quiz, and no answer is marked as right.`,
    remedy:
      choices.length === 0
        ? 'Write the right answer in place of the `…`, and `[x]` before it.'
        : 'Write `[x]` before the right answer, and say why on a line `  > …` below a choice.'
  };
}

function answered({ text }: Answer): Guess {
  return {
    rule: 'import/quiz-marked',
    message: `The right answer is marked as the text has it: ${quoted(text)}.`,
    remedy: 'Check it.'
  };
}
