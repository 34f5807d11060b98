/** A stretch of lines to its Markdown blocks (mdast), with line numbers of the whole text. */

import type { Nodes, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export interface MarkdownBlock {
  node: RootContent;
  /** First and last line, from 1, in the whole text. */
  first: number;
  last: number;
}

// A single `$…$` is mathematics, as it is for JupyterLab.
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze();

/** The top-level blocks of `lines`, the first of which is line `firstLine` of the whole text. */
export function parseMarkdown(lines: readonly string[], firstLine: number): MarkdownBlock[] {
  return processor.parse(lines.join('\n')).children.flatMap((node) => {
    if (node.position === undefined) return [];
    const { start, end } = node.position;
    // A block that swallowed its last line end is said to end at the start of the line after it.
    const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
    return [{ node, first: start.line + firstLine - 1, last: last + firstLine - 1 }];
  });
}

/** Whether a code node came from a fence and not from indentation. */
export function isFence(
  block: MarkdownBlock,
  lines: readonly string[],
  firstLine: number
): boolean {
  return (
    block.node.type === 'code' && /^ {0,3}(```|~~~)/.test(lines[block.first - firstLine] ?? '')
  );
}

/** Calls `visit` for a node and everything in it, without recursion: the nesting is the author's. */
export function walk(node: Nodes, visit: (node: Nodes) => void): void {
  const stack: Nodes[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    visit(next);
    if ('children' in next) {
      for (let index = next.children.length - 1; index >= 0; index--) {
        stack.push(next.children[index] as Nodes);
      }
    }
  }
}

/** The text of a node without its marks. */
export function plainText(node: Nodes): string {
  let text = '';
  walk(node, (inner) => {
    if ('value' in inner && inner.type !== 'html') text += inner.value;
    else if (inner.type === 'break') text += ' ';
    else if (inner.type === 'image' || inner.type === 'imageReference') text += inner.alt ?? '';
  });
  return text.replace(/\s+/g, ' ').trim();
}
