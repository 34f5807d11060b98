/** Is the answer still the starter? Comments and space do not count; indentation that changes the program does. */

import type { SyntaxNode } from '@lezer/common';
import { parsePython } from '@lectern/lesson/python';

export function isUnchanged(answer: string, starter: string): boolean {
  return answer === starter || skeleton(answer) === skeleton(starter);
}

/** The syntax tree as text, its leaves with their source, without comments. */
function skeleton(source: string): string {
  const text = source.replace(/\r\n?/g, '\n');
  const parts: string[] = [];
  parsePython(text).tree.iterate({
    enter: ({ node }) => {
      if (node.name === 'Comment') return false;
      const leaf = node.firstChild === null;
      parts.push(leaf ? text.slice(node.from, node.to) : `(${node.name}`);
      if (!leaf && TEXTS.has(node.name)) parts.push(...plainText(node, text));
      return true;
    },
    leave: ({ node }) => {
      if (node.name !== 'Comment' && node.firstChild !== null) parts.push(')');
    }
  });
  return parts.join('\u0000');
}

const TEXTS = new Set(['String', 'FormatString', 'FormatSpec']);

/** What of a string stands between the parts that the tree knows: the words of an f-string, or those around an escape. */
function plainText(node: SyntaxNode, text: string): string[] {
  const between: string[] = [];
  let from = node.from;
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    between.push(text.slice(from, child.from));
    from = child.to;
  }
  return [...between, text.slice(from, node.to)];
}
