/** Small questions about the elements of a page, and ways to make them. */

import type { Element, ElementContent, Nodes, Text } from 'hast';
import { toText } from 'hast-util-to-text';

export function isElement(node: Nodes | undefined): node is Element {
  return node?.type === 'element';
}

export function classes({ properties }: Element): string[] {
  const { className } = properties;
  return Array.isArray(className) ? className.map((name) => String(name)) : [];
}

export function attribute({ properties }: Element, name: string): string | null {
  const value = properties[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

export function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[]
): Element {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): Text {
  return { type: 'text', value };
}

/** What a reader sees of it, on one line. */
export function lineText(node: Nodes): string {
  return toText(node).replace(/\s+/g, ' ').trim();
}

/** Its text as it stands in the source. */
export function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(rawText).join('') : '';
}

export function find(node: Nodes, wanted: (element: Element) => boolean): Element | null {
  if (isElement(node) && wanted(node)) return node;
  if (!('children' in node)) return null;
  for (const child of node.children) {
    const found = find(child, wanted);
    if (found !== null) return found;
  }
  return null;
}

export function findAll(node: Nodes, wanted: (element: Element) => boolean): Element[] {
  if (isElement(node) && wanted(node)) return [node];
  return 'children' in node ? node.children.flatMap((child) => findAll(child, wanted)) : [];
}
