/** Small matters of Markdown text. */

/** Plain text that Markdown is to show as it is. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>$|~&#]/g, '\\$&');
}

export function firstLine(text: string): string {
  return text.trimStart().split('\n', 1)[0] ?? '';
}

/** The parts that are not empty, as paragraphs. */
export function paragraphs(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n\n');
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Text on one line as code: its marks are longer than any in it. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return `${marks}${space}${text}${space}${marks}`;
}
