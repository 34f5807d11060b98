/** The words of `forbid` and `require`: those that can mean nothing, or look like a slip, are told. */

import type { Range } from './lesson.js';
import { nearest } from './nearest.js';
import type { Problems } from './problems.js';
import { BUILTIN_ATTRIBUTES, BUILTINS } from './python/builtins.js';
import { moduleStatus } from './python/modules.js';
import { isNameRule, isSyntaxWord, OPERATORS, SYNTAX_WORDS } from './python/syntax-words.js';

/** Keywords that are no name and no kind of syntax. */
const NEVER = new Set(['True', 'False', 'None', 'from', 'as']);

/** Far more than a challenge has. */
const MOST_WORDS = 100;

/** Every word of these programs: what an author uses is no slip. */
export function namesIn(programs: readonly string[]): Set<string> {
  return new Set(
    programs.flatMap((text) => text.match(/[\p{ID_Start}_][\p{ID_Continue}]*/gu) ?? [])
  );
}

export function reportUnknownWords(
  words: readonly string[],
  known: ReadonlySet<string>,
  range: Range,
  problems: Problems
): void {
  for (const word of words.slice(0, MOST_WORDS)) {
    const problem = problemOf(word, known);
    if (problem === null) continue;
    problems.report('challenge/unknown-word', range, problem.message, problem.remedy);
  }
}

function problemOf(
  word: string,
  known: ReadonlySet<string>
): { message: string; remedy: string } | null {
  if (isSyntaxWord(word) || OPERATORS.has(word)) return null;
  const guess = nearest(word, Object.keys(SYNTAX_WORDS)) ?? nearest(word, plainBuiltins());
  if (!isNameRule(word) || NEVER.has(word)) {
    return {
      message: `\`${word}\` is neither a kind of syntax nor a name, so no answer can use it.`,
      remedy:
        guess === null
          ? 'Write one of the words of docs/writing-lessons.md, or a name such as `eval`, `.sort` or `math.sqrt`.'
          : `Did you mean \`${guess}\`?`
    };
  }
  if (guess === null || !isPlain(word) || isKnown(word, known)) return null;
  return {
    message: `\`${word}\` is no kind of syntax and no name that Python or this challenge has.`,
    remedy: `Did you mean \`${guess}\`? If it is right, write \`.${word}\` for an attribute, or put its module before it.`
  };
}

/** A word of its own: with a dot it was meant as a name. */
function isPlain(word: string): boolean {
  return !word.includes('.');
}

function isKnown(word: string, known: ReadonlySet<string>): boolean {
  return (
    BUILTINS.has(word) ||
    BUILTIN_ATTRIBUTES.has(word) ||
    known.has(word) ||
    moduleStatus(word, new Set()) !== 'unknown'
  );
}

function plainBuiltins(): string[] {
  return [...BUILTINS].filter((name) => !name.startsWith('_') && !NEVER.has(name));
}
