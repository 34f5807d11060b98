/** Glossary text that lost its tooltip: it stands right after the word that it explains, without a space. */

export interface Glue {
  /** Where the explanation begins. */
  at: number;
  /** Where it ends, where that can be told. */
  end: number | null;
  term: string;
}

/** Words that definitions begin with, and that no compound name ends in. */
const OPENING =
  'A|An|The|When|Where|Whether|How|What|Which|Any|One|Each|Every|Some|Something|Someone|Anything|To|In|Of|For|If|Not|Having';
const DEFINITION = new RegExp(
  String.raw`(?<=(?:^|[^\p{L}\p{N}_])[\p{L}\p{N}'’-]*\p{Ll})(?:${OPENING})(?= \p{Ll})`,
  'gu'
);
const ACRONYM =
  /(?<![\p{L}\p{N}_])([A-Z]{2,8})s?((?:[A-Z][a-z]+)(?:[ -](?:[A-Z][\p{L}]*|\p{Ll}+)){0,9})/gu;
/** `lossMeasure of how …`: perhaps a definition, perhaps a name of a program. */
const POSSIBLE =
  /(?<![\p{L}\p{N}_`.])(\p{Ll}{3,})(\p{Lu}\p{Ll}{2,} (?:of|that|which|in which|by which|used|from) \p{Ll})/gu;

export function findGlue(text: string): Glue[] {
  return [...acronyms(text), ...definitions(text)].sort((a, b) => a.at - b.at);
}

export function findPossibleGlue(text: string): Glue[] {
  return [...text.matchAll(POSSIBLE)].map((match) => {
    const [, term = ''] = match;
    return { at: match.index + term.length, end: null, term };
  });
}

function definitions(text: string): Glue[] {
  return [...text.matchAll(DEFINITION)].map((match) => ({
    at: match.index,
    end: null,
    term: termBefore(text, match.index)
  }));
}

function termBefore(text: string, at: number): string {
  return /[\p{L}\p{N}'’-]+$/u.exec(text.slice(0, at))?.[0] ?? '';
}

/** `PPOProximal Policy Optimisation`: the words that follow begin with the letters of the acronym. */
function acronyms(text: string): Glue[] {
  const found: Glue[] = [];
  const pattern = new RegExp(ACRONYM);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [whole, letters = '', words = ''] = match;
    const from = match.index + whole.length - words.length;
    const length = spelt(letters, words);
    // The next acronym may stand among the words that were looked at.
    pattern.lastIndex = from + (length ?? 0);
    if (length !== null) {
      found.push({ at: from, end: from + length, term: text.slice(match.index, from) });
    }
  }
  return found;
}

const SMALL_WORDS = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'to',
  'on',
  'by',
  'with',
  'from',
  'a',
  'an'
]);

/** How much of `words` spells `letters` by its initials; `null` when it does not. */
function spelt(letters: string, words: string): number | null {
  let next = 0;
  for (const match of words.matchAll(/[\p{L}]+/gu)) {
    const word = match[0];
    const isInitial = word.charAt(0).toUpperCase() === letters.charAt(next);
    if (isInitial) next++;
    else if (!SMALL_WORDS.has(word.toLowerCase())) return null;
    if (next === letters.length) return match.index + word.length;
  }
  return null;
}
