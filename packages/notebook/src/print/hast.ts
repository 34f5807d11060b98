/** HTML as a tree: what every part of the page is made as, so that nothing is ever escaped by hand. */

import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkRehype).use(rehypeStringify);

export type Root = ReturnType<typeof processor.runSync>;
export type Node = Root['children'][number];
export type Element = Extract<Node, { type: 'element' }>;
export type ElementContent = Element['children'][number];

type Child = ElementContent | string | null;

/** `null` children are left out. */
export function h(
  tagName: string,
  properties: Element['properties'],
  ...children: (Child | Child[])[]
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children
      .flat()
      .filter((child) => child !== null)
      .map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child))
  };
}

export function stringify(root: Root): string {
  return processor.stringify(root);
}

export function visit(node: Root | Node, each: (element: Element) => void): void {
  if (node.type === 'element') each(node);
  if ('children' in node) for (const child of node.children) visit(child, each);
}
