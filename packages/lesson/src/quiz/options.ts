/** A task list as a quiz's options: each with its Markdown, its mark, and the quotations that are its feedback. */

import type { List, ListItem, Nodes } from 'mdast';
import type { MarkdownBlock } from '../markdown.js';
import type { SourceText } from '../source-text.js';

export interface Option {
  /** Markdown, without the checkbox and the feedback. */
  text: string;
  correct: boolean;
  feedback: string | null;
  first: number;
  last: number;
}

const CHECKBOX = /^(?:(?:[-*+]|\d{1,9}[.)])\s+)?\[[\sxX]\](?:\s|$)/;

/** A list whose items all start with a checkbox. */
export function isOptionList(node: Nodes): node is List {
  return node.type === 'list' && node.children.every(({ checked }) => checked != null);
}

/** `definitions` gives the link definitions that some Markdown, and its nodes, need and do not hold. */
export function readOptions(
  block: MarkdownBlock,
  source: SourceText,
  definitions: (markdown: string, nodes: Nodes[]) => string
): Option[] {
  if (block.node.type !== 'list') return [];
  // Positions count from the first line that was parsed.
  const offset = block.first - (block.node.position?.start.line ?? 1);
  const raw = new RawMarkdown(source, offset);
  const complete = (parts: string[], nodes: Nodes[]): string => {
    const markdown = join(parts);
    return markdown + definitions(markdown, nodes);
  };
  return block.node.children.map((item) => {
    const feedback = item.children.filter(({ type }) => type === 'blockquote');
    const content = item.children.filter(({ type }) => type !== 'blockquote');
    const texts = content.map((node) =>
      node === content[0] ? raw.afterCheckbox(item, node) : raw.of(node)
    );
    const quotations = feedback.map((node) => raw.quoted(node));
    return {
      text: complete(texts, content),
      correct: item.checked === true,
      feedback: feedback.length === 0 ? null : complete(quotations, feedback),
      first: (item.position?.start.line ?? 1) + offset,
      last: (item.position?.end.line ?? 1) + offset
    };
  });
}

function join(parts: string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}

/** The source of nodes, moved to the left margin. */
class RawMarkdown {
  constructor(
    private readonly source: SourceText,
    private readonly offset: number
  ) {}

  of(node: Nodes): string {
    const indent = (node.position?.start.column ?? 1) - 1;
    return this.#lines(node.position?.start, node)
      .map((line, index) => (index === 0 ? line : dedent(line, indent)))
      .join('\n');
  }

  /** The item's first paragraph; its position may or may not begin after the checkbox. */
  afterCheckbox(item: ListItem, node: Nodes): string {
    const text = this.#lines(item.position?.start, node).join('\n');
    if (node.type !== 'paragraph' || !CHECKBOX.test(text)) return this.of(node);
    return text
      .replace(CHECKBOX, '')
      .replace(/\n[ \t]+/g, '\n')
      .trim();
  }

  quoted(node: Nodes): string {
    return this.#lines(node.position?.start, node)
      .map((line) => line.replace(/^\s*> ?/, ''))
      .join('\n')
      .trim();
  }

  /** From `start` to the end of `node`; the first line is cut at the start's column. */
  #lines(start: { line: number; column: number } | undefined, node: Nodes): string[] {
    if (start === undefined || node.position === undefined) return [];
    const { end } = node.position;
    const lines: string[] = [];
    for (let number = start.line; number <= end.line; number++) {
      const line = this.source.line(number + this.offset);
      const from = number === start.line ? start.column - 1 : 0;
      lines.push(line.slice(from, number === end.line ? end.column - 1 : undefined));
    }
    return lines;
  }
}

/** Without up to so much of the space at its beginning. */
function dedent(line: string, indent: number): string {
  const space = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(space, indent));
}
