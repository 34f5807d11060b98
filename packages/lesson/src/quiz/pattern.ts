/** Patterns in the answers of a quiz: which are regular expressions, and which of those could run for ever. */

export interface Pattern {
  source: string;
  flags: '' | 'i';
}

const SLASHED = /^\/(.+)\/(i?)$/s;
/**
 * With nothing repeated inside what is repeated, matching takes at most a power of the text's length, which the
 * grader cuts off at 200 characters; the power is kept low.
 */
const MOST_REPETITIONS = 3;
const LONGEST = 200;

/** `null`: the text is none of a pattern's. */
export function readPattern(text: string): Pattern | null {
  const match = SLASHED.exec(text);
  return match === null ? null : { source: match[1] as string, flags: match[2] === 'i' ? 'i' : '' };
}

/** Why it cannot be compiled; `null` when it can. */
export function compileError({ source, flags }: { source: string; flags: string }): string | null {
  try {
    new RegExp(source, flags);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return reason.replace(/^Invalid regular expression: (?:\/.*\/[a-z]*: )?/s, '');
  }
}

/** Why matching could take for ever; `null` when it cannot. For patterns that compile. */
export function danger(
  { source }: Pick<Pattern, 'source'>,
  { longest = LONGEST, mostRepetitions = MOST_REPETITIONS } = {}
): string | null {
  if (source.length > longest) return `it is longer than ${longest} characters`;
  if (/\\(?:[1-9]|k<)/.test(source.replace(/\\\\/g, ''))) return 'it refers back to a group';
  // Whether each open group holds a choice: a repetition, an option, or alternatives.
  const groups: boolean[] = [false];
  let repetitions = 0;
  let closed = false;
  for (let at = 0; at < source.length;) {
    const { kind, length } = nextToken(source, at);
    at += length;
    if (closed && (kind === 'repeat' || kind === 'times')) {
      return 'it repeats a group that itself repeats or chooses';
    }
    if (kind === 'repeat' && ++repetitions > mostRepetitions) {
      return `it repeats more than ${mostRepetitions} times`;
    }
    if (kind === 'repeat' || kind === 'optional') groups[groups.length - 1] = true;
    closed = kind === 'close' && groups.pop() === true;
    if (kind === 'open') groups.push(false);
    if (kind === 'either' || closed) groups[groups.length - 1] = true;
  }
  return null;
}

/** `times`: so many and no more, which leaves nothing to choose. */
type Token = 'open' | 'close' | 'either' | 'repeat' | 'times' | 'optional' | 'other';

function nextToken(source: string, at: number): { kind: Token; length: number } {
  const rest = source.slice(at);
  const times = /^\{\d+\}\??/.exec(rest);
  if (times !== null) return { kind: 'times', length: times[0].length };
  const repeat = /^(?:[*+]|\{\d+,\d*\})\??/.exec(rest);
  if (repeat !== null) return { kind: 'repeat', length: repeat[0].length };
  // A class holds neither groups nor repetitions; an escaped character is itself.
  const plain = /^(?:\\.|\[(?:\\.|[^\]\\])*\])/s.exec(rest);
  if (plain !== null) return { kind: 'other', length: plain[0].length };
  const group = /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(rest);
  if (group !== null) return { kind: 'open', length: group[0].length };
  const kinds: Record<string, Token> = { ')': 'close', '|': 'either', '?': 'optional' };
  return { kind: kinds[rest.charAt(0)] ?? 'other', length: 1 };
}
