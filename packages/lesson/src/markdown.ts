/** Markdown as unified reads it: its blocks alone, which is most of what a lesson needs, or everything in them. */

import type { Nodes, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

export interface MarkdownBlock {
  node: RootContent;
  /** First and last line, from 1, in the whole text. */
  first: number;
  last: number;
}

/** Of micromark's constructs, those that are looked for in text. */
const INLINES = [
  'attention',
  'autolink',
  'codeText',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink'
];

// A single `$…$` is mathematics, as it is for JupyterLab.
const whole = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze();
const blocks = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  .use(withoutInlines)
  .freeze();

export function parseWhole(markdown: string): Root {
  return whole.parse(markdown);
}

/**
 * The same blocks at the same positions, in about half the time: text is left as it is written, but for the check
 * boxes of list items. Links and emphasis, whose time can grow with the square of their number, are not looked for.
 */
export function parseBlocks(markdown: string): Root {
  return blocks.parse(markdown);
}

function withoutInlines(this: Processor): void {
  const data = this.data();
  const extensions = (data.micromarkExtensions ?? []).map(({ document = {}, flow = {}, text }) => {
    const kept = Object.entries(text ?? {}).map(([code, constructs]) => {
      const checks = [constructs ?? []].flat().filter(({ name }) => name === 'tasklistCheck');
      return [code, checks] as const;
    });
    return {
      document,
      flow,
      text: Object.fromEntries(kept.filter(([, constructs]) => constructs.length > 0))
    };
  });
  data.micromarkExtensions = [...extensions, { disable: { null: INLINES } }];
  // The transforms look for bare addresses in text.
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .filter(({ transforms }) => transforms == null);
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
