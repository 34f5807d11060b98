/** What a typed answer is compared with: a number with its tolerance, a text, or a pattern. */

import type { QuizMatch } from '../lesson.js';
import type { RuleId } from '../rules.js';
import { compileError, danger, readPattern } from './pattern.js';

export type MatchProblem = { rule: RuleId; message: string; remedy: string };
export type ReadMatch = { match: QuizMatch } | { problem: MatchProblem };

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const PLUS_MINUS = /±|\+\/-|\+-/;
const INFINITE = /^(?:∞|inf|infinity)$/i;

/** `3.14`, `3.14 ± 0.01`; with `± ∞`, every number. */
export function readNumberMatch(text: string): ReadMatch {
  const [value, tolerance, ...more] = withoutMarks(text).replaceAll('−', '-').split(PLUS_MINUS);
  const number = readNumber(value ?? '');
  const spread = tolerance === undefined ? 0 : readTolerance(tolerance.trim());
  if (number === null || spread === null || more.length > 0) {
    return {
      problem: {
        rule: 'quiz/bad-number',
        message: `\`${text}\` is not a number with its tolerance, so no answer can be compared with it.`,
        remedy: 'Write it like `3.14`, or `3.14 ± 0.01`.'
      }
    };
  }
  return { match: { kind: 'number', value: number, tolerance: spread } };
}

/** `red`, or `/colou?r/i`. */
export function readTextMatch(text: string): ReadMatch {
  const plain = withoutMarks(text);
  const pattern = readPattern(plain);
  if (pattern === null) return { match: { kind: 'text', text: plain } };
  const error = compileError(pattern);
  if (error !== null) {
    return {
      problem: {
        rule: 'quiz/invalid-pattern',
        message: `\`${plain}\` is not a regular expression (${error}), so no answer can match it.`,
        remedy: 'Correct it, or write the answer without slashes.'
      }
    };
  }
  const reason = danger(pattern);
  if (reason !== null) {
    return {
      problem: {
        rule: 'quiz/unsafe-pattern',
        message: `\`${plain}\` could take for ever to compare (${reason}), so it is not used.`,
        remedy: 'Write a simpler pattern, or several answers.'
      }
    };
  }
  return { match: { kind: 'pattern', ...pattern } };
}

/** In one line, and out of the code marks or dollars that an author may put around it. */
function withoutMarks(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  const marked = /^(`+)(.+)\1$/.exec(line) ?? /^(\$)([^$]+)\1$/.exec(line);
  return marked === null ? line : (marked[2] as string).trim();
}

function readNumber(text: string): number | null {
  const value = NUMBER.test(text.trim()) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : null;
}

/** JSON has no infinity; the greatest number does as well. */
function readTolerance(text: string): number | null {
  if (INFINITE.test(text)) return Number.MAX_VALUE;
  const value = readNumber(text);
  return value === null || value < 0 ? null : value;
}
