/** The value of one part: its first fence, or its list; and the lines that are left over. */

import type { List } from 'mdast';
import type { RawPart } from './challenge-parts.js';
import type { Range } from './lesson.js';
import type { SourceText } from './source-text.js';

export interface PartValue {
  text: string;
  fenced: boolean;
  /** What stood after the language on the fence's opening line. */
  meta: string | null;
  range: Range;
  /** First and last lines of what is not the value. */
  rest: [first: number, last: number][];
}

export function readValue(source: SourceText, part: RawPart): PartValue | null {
  const contentFirst = (part.blocks[0]?.last ?? part.first) + 1;
  const code = part.blocks.find(({ node }) => node.type === 'code');
  if (code?.node.type === 'code') {
    return {
      text: code.node.value,
      fenced: true,
      meta: code.node.meta ?? null,
      range: source.lineRange(code.first, code.last),
      rest: [
        [contentFirst, code.first - 1],
        [code.last + 1, part.last]
      ]
    };
  }
  const first = part.blocks[1]?.first;
  const last = part.blocks.at(-1)?.last;
  if (first === undefined || last === undefined) return null;
  return {
    text: source.linesText(first, last),
    fenced: false,
    meta: null,
    range: source.lineRange(first, last),
    rest: []
  };
}

/** The items of the part's first list, each as Markdown. */
export function readHints(
  source: SourceText,
  part: RawPart
): { hints: string[]; rest: [number, number][] } {
  const contentFirst = (part.blocks[0]?.last ?? part.first) + 1;
  const block = part.blocks.find(({ node }) => node.type === 'list');
  if (block === undefined) return { hints: [], rest: [[contentFirst, part.last]] };
  const list = block.node as List;
  const offset = block.first - (list.position?.start.line ?? 1);
  const hints = list.children.flatMap((item) => {
    const [content] = item.children;
    if (content?.position === undefined || item.position === undefined) return [];
    const indent = content.position.start.column - 1;
    const [head = '', ...tail] = source
      .linesText(content.position.start.line + offset, item.position.end.line + offset)
      .split('\n');
    const dedented = tail.map((line) =>
      line.slice(Math.min(indent, Math.max(0, line.search(/\S/))))
    );
    return [[head.slice(indent), ...dedented].join('\n').trim()];
  });
  return {
    hints,
    rest: [
      [contentFirst, block.first - 1],
      [block.last + 1, part.last]
    ]
  };
}
