/** The answers of a jupyterquiz question, as a quiz writes them. */

import type { QuizType } from '../../lesson.js';
import { readTextMatch } from '../match.js';
import { writeFence, type WritableQuiz } from '../write-quiz.js';
import { ANY_NUMBER, ANY_TEXT, CODE_LABEL, PLAIN_FEEDBACK } from './format.js';
import type { ConversionProblems } from './problems.js';
import { isRecord, number, text } from './values.js';

type WritableAnswer = WritableQuiz['answers'][number];

export function readAnswers(
  values: readonly unknown[],
  type: QuizType,
  precision: unknown,
  problems: ConversionProblems
): WritableAnswer[] {
  const answers: WritableAnswer[] = [];
  const upperEnds = new Set<number>();
  for (const value of values) {
    const written = isRecord(value) ? writtenAs(value, type, precision, upperEnds, problems) : null;
    if (written === '') continue;
    if (written === null || !isRecord(value)) {
      problems.report(
        'jupyterquiz/malformed',
        `The answer ${JSON.stringify(value).slice(0, 80)} cannot be read; it is left out.`,
        'Give it `"answer"`, `"code"`, `"value"` or `"range"`, and `"correct"`.'
      );
      continue;
    }
    const correct = value['correct'] === true && value['type'] !== 'default';
    answers.push({ text: written, correct, feedback: readFeedback(value['feedback'], correct) });
  }
  return answers;
}

function readFeedback(value: unknown, correct: boolean): string | null {
  const feedback = text(value).trim();
  const plain = correct ? PLAIN_FEEDBACK.right : PLAIN_FEEDBACK.wrong;
  return feedback === '' || feedback === plain ? null : feedback;
}

/** `null`: it cannot be read; empty: another answer says it already. */
function writtenAs(
  value: Record<string, unknown>,
  type: QuizType,
  precision: unknown,
  upperEnds: Set<number>,
  problems: ConversionProblems
): string | null {
  if (type === 'numeric') return writtenNumber(value, precision, upperEnds, problems);
  if (type === 'text') return writtenText(value, problems);
  const code = text(value['code']).trimEnd();
  const answer = text(value['answer']).trim();
  if (code === '') return answer === '' ? null : answer;
  const shown = /^[^`\n]+$/.test(code) ? `\`${code}\`` : writeFence(code, 'python');
  if (answer !== '') return `${answer}\n\n${shown}`;
  return shown.startsWith('```') ? `${CODE_LABEL}\n\n${shown}` : shown;
}

function writtenText(value: Record<string, unknown>, problems: ConversionProblems): string | null {
  if (value['type'] === 'default') return ANY_TEXT;
  const answer = text(value['answer']).trim().replace(/\s+/g, ' ');
  if (answer === '') return null;
  if (value['fuzzy_threshold'] !== undefined) {
    problems.report(
      'jupyterquiz/lost',
      `Answers are not compared loosely, as \`fuzzy_threshold\` of “${answer}” asks.`,
      'Add the spellings that you would accept.'
    );
  }
  const exactCase = value['match_case'] === true;
  const read = readTextMatch(answer);
  const isPlain = 'match' in read && read.match.kind === 'text' && read.match.text === answer;
  if (isPlain && !exactCase) return answer;
  // A pattern says what a text cannot: that case counts, or that slashes or marks are meant.
  const escaped = answer.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return `/^${escaped}$/${exactCase ? '' : 'i'}`;
}

function writtenNumber(
  value: Record<string, unknown>,
  precision: unknown,
  upperEnds: Set<number>,
  problems: ConversionProblems
): string | null {
  if (value['type'] === 'default') return ANY_NUMBER;
  const range = Array.isArray(value['range']) ? value['range'].map(number) : null;
  if (range !== null) {
    const [low, high] = range;
    if (low == null || high == null || low > high) return null;
    upperEnds.add(high);
    const scale = Math.max(Math.abs(low), Math.abs(high));
    return `${shown((low + high) / 2, scale)} ± ${shown((high - low) / 2, scale)}`;
  }
  const exact = number(value['value']);
  if (exact === null) return null;
  // What a tolerance covers and a range leaves out is written after it.
  if (upperEnds.has(exact)) return '';
  const digits = number(precision);
  if (digits === null || digits < 1 || exact === 0) return shown(exact);
  // Both sides are rounded to so many digits before they are compared.
  const middle = Number(exact.toPrecision(Math.min(100, Math.floor(digits))));
  const whole = Math.floor(Math.log10(Math.abs(middle))) + 1;
  const written = `${shown(middle)} ± ${shown(0.5 * 10 ** (whole - Math.floor(digits)))}`;
  problems.report(
    'jupyterquiz/inexact',
    `${shown(exact)} to ${digits} significant digits is written as ${written}.`,
    'See whether the tolerance is what you mean.'
  );
  return written;
}

/** Without the traces that binary arithmetic with numbers up to `scale` leaves. */
function shown(value: number, scale = Math.abs(value)): string {
  const places = 12 - Math.ceil(Math.log10(Math.max(scale, Number.MIN_VALUE)));
  return String(Number(value.toFixed(Math.min(100, Math.max(0, places)))));
}
