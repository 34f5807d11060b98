/** Is the answer still the starter? Comments and space do not count; indentation that changes the program does. */

import { parser } from '@lezer/python';

export function isUnchanged(answer: string, starter: string): boolean {
  return answer === starter || skeleton(answer) === skeleton(starter);
}

/** The syntax tree as text, its leaves with their source, without comments. */
function skeleton(source: string): string {
  const text = source.replaceAll('\r\n', '\n');
  const parts: string[] = [];
  parser.parse(text).iterate({
    enter: (node) => {
      if (node.name === 'Comment') return false;
      const leaf = node.node.firstChild === null;
      parts.push(leaf ? text.slice(node.from, node.to) : `(${node.name}`);
      return true;
    },
    leave: (node) => {
      if (node.name !== 'Comment' && node.node.firstChild !== null) parts.push(')');
    }
  });
  return parts.join('\u0000');
}
