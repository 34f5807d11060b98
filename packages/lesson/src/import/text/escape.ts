/** Plain text that Markdown is to show as it is. Marks that people type in plain text too (`*`, `_`, backticks) stay. */

/** What is not to be touched: code, formulas, addresses. */
const PROTECTED =
  /`[^`\n]+`|\$\$[^$\n]+\$\$|\$(?=\S)(?:\\.|[^$\\\n])+?(?<=\S)\$(?!\d)|\\\(.+?\\\)|\\\[.+?\\\]|<?https?:\/\/[^\s<>]+>?/g;

export function escapeInline(text: string): string {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(PROTECTED)) {
    result += escapePlain(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return result + escapePlain(text.slice(from));
}

function escapePlain(text: string): string {
  return text
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/(?<=[\p{L}\p{N})])\*+(?=[\p{L}\p{N}(])/gu, (stars) => stars.replaceAll('*', '\\*'));
}

/** A line of a paragraph: what would begin a block of another kind is escaped as well. */
export function escapeLine(line: string): string {
  return escapeInline(line.trim())
    .replace(
      /^(?=#{1,6}(?:\s|$)|:{3,}|`{3,}|~{3,}|\$\$(?!.+\$\$)|\[[^\]]*\]:|[-+*](?:\s|$)|[-=]+$|---challenges---$|\|)/,
      '\\'
    )
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
}
