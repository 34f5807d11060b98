/** The attributes of a `quiz` directive: id, type, partial. */

import type { Opening } from '../directive-syntax.js';
import type { QuizType, Range } from '../lesson.js';
import { nearest } from '../nearest.js';
import type { Problems } from '../problems.js';
import { oneOf } from '../schema.js';

export const QUIZ_TYPES = [
  'single',
  'multiple',
  'numeric',
  'text'
] as const satisfies readonly QuizType[];
const KNOWN = ['id', 'type', 'partial'];

export interface QuizAttributes {
  id: string | null;
  /** `null`: to be inferred. */
  type: QuizType | null;
  partial: boolean;
  extra: Record<string, string>;
}

export function readAttributes(
  { attributes }: Opening,
  opening: Range,
  problems: Problems
): QuizAttributes {
  const { id, type, partial, ...extra } = attributes;
  for (const key of Object.keys(extra)) {
    const guess = nearest(key, KNOWN);
    problems.report(
      'quiz/unknown-attribute',
      opening,
      `\`${key}\` is not an attribute of a quiz.`,
      guess === null ? `Write ${oneOf(KNOWN)}, or remove it.` : `Did you mean \`${guess}\`?`
    );
  }
  return {
    id: id === undefined || id === '' ? null : id,
    type: readType(type, opening, problems),
    partial: readPartial(partial, opening, problems),
    extra
  };
}

function readType(
  written: string | undefined,
  opening: Range,
  problems: Problems
): QuizType | null {
  if (written === undefined) return null;
  const type = QUIZ_TYPES.find((known) => known === written.toLowerCase());
  if (type !== undefined) return type;
  const guess = nearest(written, QUIZ_TYPES);
  problems.report(
    'quiz/unknown-type',
    opening,
    `\`${written}\` is not a type of quiz; the type is inferred from the options.`,
    guess === null ? `Write ${oneOf(QUIZ_TYPES)}.` : `Did you mean \`${guess}\`?`
  );
  return null;
}

/** A bare `partial` means `true`. */
function readPartial(written: string | undefined, opening: Range, problems: Problems): boolean {
  if (written === undefined) return false;
  const value = written.toLowerCase();
  if (value === 'true' || value === '') return true;
  if (value !== 'false') {
    problems.report(
      'quiz/invalid-value',
      opening,
      '`partial` must be `true` or `false`; `false` is used.',
      'Correct it, or remove it to take the default.'
    );
  }
  return false;
}
