/** Compares what a learner typed with what a quiz expects. */

import type { QuizMatch } from '@lectern/lesson';

/**
 * No pattern is run on more: an author's pattern is checked for what could take for ever, and this bounds
 * what is left.
 */
export const LONGEST_FOR_PATTERNS = 200;

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** A decimal number, or a fraction of two; `null` for anything else. */
export function readTypedNumber(text: string): number | null {
  const parts = text
    .replaceAll('−', '-')
    .split('/')
    .map((part) => part.trim());
  if (parts.length > 2 || !parts.every((part) => NUMBER.test(part))) return null;
  const [value = NaN, divisor = 1] = parts.map(Number);
  return Number.isFinite(value / divisor) ? value / divisor : null;
}

export function matches(expected: QuizMatch, typed: string): boolean {
  switch (expected.kind) {
    case 'number': {
      const value = readTypedNumber(typed);
      return value !== null && isWithin(value, expected.value, expected.tolerance);
    }
    case 'text':
      return normalised(expected.text) === normalised(typed);
    case 'pattern':
      return matchesPattern(expected, typed.trim().normalize('NFC'));
  }
}

/** The ends count as within, although 3.14 − 3.13 is not 0.01 in binary. */
function isWithin(value: number, expected: number, tolerance: number): boolean {
  const rounding = 4 * Number.EPSILON * Math.max(Math.abs(value), Math.abs(expected));
  return Math.abs(value - expected) <= tolerance + rounding;
}

/** Case and surrounding space do not count; nor does how an accent is encoded, or how wide a gap is. */
function normalised(text: string): string {
  return text.trim().replace(/\s+/g, ' ').normalize('NFC').toLowerCase();
}

function matchesPattern(
  { source, flags }: Extract<QuizMatch, { kind: 'pattern' }>,
  typed: string
): boolean {
  if (typed.length > LONGEST_FOR_PATTERNS) return false;
  try {
    return new RegExp(source, flags).test(typed);
  } catch {
    // The file was changed after it was built: the lesson's parser lets no such pattern through.
    return false;
  }
}
