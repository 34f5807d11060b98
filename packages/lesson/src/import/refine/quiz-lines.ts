/** Questions written as the format has them: quizzes, and open tasks. */

import { draftLines, type Draft, type Guess } from '../draft.js';
import { quoted } from '../words.js';
import type { Reading } from './questions.js';

export interface Question {
  /** Markdown. */
  lines: readonly string[];
  /** Its number, letter or label in the text; `null` where it has none. */
  title: string | null;
  reading: Reading;
  /** What the text says is right. */
  answer: Answer | null;
}
export interface Answer {
  /** Which of the choices, from 0; none where the text names one that is not there. */
  choices: readonly number[];
  /** The line that says so; `null` where the choices are ticked. */
  text: string | null;
}

/** `id` is for a quiz. */
export function questionLines({ lines, title, reading, answer }: Question, id: string): Draft {
  const end = lines.findIndex((line) => /^\s*(?:$|[`~]{3})/.test(line));
  const text = lines.slice(0, end === -1 ? lines.length : end).join(' ');
  if (reading.kind === 'open') {
    const attributes = reading.answer === 'text' ? '{answer=text}' : '';
    return draftLines(
      [opening('try-it', title, attributes), ...lines, ':::'],
      openTask(text, reading)
    );
  }
  const { choices } = reading;
  const isMarked = answer !== null && answer.choices.length > 0;
  const type = isMarked && answer.choices.length > 1 ? 'multiple' : reading.type;
  const options = choices.length === 0 ? ['- [ ] …'] : optionLines(choices, answer);
  return draftLines(
    [opening('quiz', title, `{id=${id} type=${type}}`), ...lines, '', ...options, ':::'],
    isMarked ? answered(answer) : unanswered(text, choices)
  );
}

function opening(name: string, title: string | null, attributes: string): string {
  if (title === null) return `:::${name}${attributes}`;
  return `:::${name} ${title}${attributes === '' ? '' : ` ${attributes}`}`;
}

/** The line that names the right choice becomes what is shown with it. */
function optionLines(choices: readonly string[], answer: Answer | null): string[] {
  const feedback = answer?.text == null ? [] : [`  > ${answer.text}`];
  const marked = answer?.choices ?? [];
  // One that names no choice still has to stand somewhere.
  const speaking = marked[0] ?? choices.length - 1;
  return choices.flatMap((choice, index) => [
    `- [${marked.includes(index) ? 'x' : ' '}] ${choice}`,
    ...(index === speaking ? feedback : [])
  ]);
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
    message: `The right answer is marked as the text has it${text === null ? '' : `: ${quoted(text)}`}.`,
    remedy: 'Check it.'
  };
}
