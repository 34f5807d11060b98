/** Rows of cells as a table of Markdown. */

export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const [head = [], ...body] = rows;
  return [head, head.map(() => '---'), ...body].map(
    (cells) => `| ${cells.map((cell) => cell.trim().replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`
  );
}
