/** What an explanation is made of: the exception, the answer that it came from, and rules that know one message each. */

import type { Say } from '../messages/messages.js';
import { shorten } from '../checks/show-value.js';
import type { PythonError } from '../sandbox.js';

export interface Clue extends PythonError {
  /** The answer, its line ends normalised. */
  source: string;
  /** The line of the answer that it is about; empty where there is none. */
  text: string;
  say: Say;
}

/** The groups of the pattern, cut to a length that a sentence can hold. */
type Rule = [pattern: RegExp, explain: (groups: string[], clue: Clue) => string | null];
export type Rules = readonly Rule[];

export function clueOf(error: PythonError, source: string, say: Say): Clue {
  const normalised = source.replace(/\r\n?/g, '\n');
  const text = error.line === null ? '' : (normalised.split('\n')[error.line - 1] ?? '');
  return { ...error, source: normalised, text, say };
}

const LONGEST_NAME = 60;

/** What the first rule says whose pattern is the message's, and that has something to say. */
export function firstOf(rules: Rules, clue: Clue): string | null {
  for (const [pattern, explain] of rules) {
    const match = pattern.exec(clue.message);
    if (match === null) continue;
    const groups = match.slice(1).map((group = '') => shorten(group, LONGEST_NAME));
    const text = explain(groups, clue);
    if (text !== null) return text;
  }
  return null;
}

/** Python's own guess, which stands in the traceback only: `Did you mean: 'upper'?`. */
export function pythonsGuess({ traceback }: Clue): string | null {
  return /Did you mean:? '([^'\n]{1,60})'\?/.exec(traceback)?.[1] ?? null;
}

/** A type as a sentence names it. */
export function typeName(type: string, say: Say): string {
  const id = `type.${type}`;
  return isKnownType(id) ? say(id) : say('type.other', { type });
}

const KNOWN = [
  'type.int',
  'type.float',
  'type.complex',
  'type.bool',
  'type.str',
  'type.bytes',
  'type.list',
  'type.tuple',
  'type.dict',
  'type.set',
  'type.frozenset',
  'type.range',
  'type.NoneType',
  'type.function',
  'type.builtin_function_or_method',
  'type.method',
  'type.module',
  'type.generator',
  'type.coroutine',
  'type.type'
] as const;

function isKnownType(id: string): id is (typeof KNOWN)[number] {
  return (KNOWN as readonly string[]).includes(id);
}
