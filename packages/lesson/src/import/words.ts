/** Small questions about a line of text. */

export function wordCount(line: string): number {
  return line.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

export function endsSentence(line: string): boolean {
  return /[.?!…]["”’')\]]*$/.test(line.trimEnd());
}

/** A line of prose, whether or not it is the whole of its sentence. */
export function isSentence(line: string): boolean {
  const count = wordCount(line);
  return count >= 14 || (count >= 3 && endsSentence(line));
}

const ANNOUNCES =
  /\b(?:able to|will learn|will cover|(?:the|these) following(?: \w+)?|as follows|these (?:steps|points|things|topics|questions)):$/i;

/** A sentence that a list must come after, such as “You will be able to:”. */
export function announcesList(sentence: string): boolean {
  return ANNOUNCES.test(sentence.trim());
}

/** Quoted for a diagnostic: the beginning, where it is long. */
export function quoted(text: string, limit = 40): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const shown = [...line];
  return `“${shown.length > limit ? `${shown.slice(0, limit).join('').trimEnd()}…` : line}”`;
}
