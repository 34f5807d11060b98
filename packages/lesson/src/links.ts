/** The links and pictures of a lesson's text, and the headings that a link may lead to. */

import type { Nodes } from 'mdast';
import type { Range } from './lesson.js';
import { parseWhole, plainText, walk } from './markdown.js';
import { SourceText } from './source-text.js';

export interface Link {
  kind: 'link' | 'image';
  url: string;
  range: Range;
}

export interface Links {
  links: Link[];
  /** As they read, in order. */
  headings: string[];
}

/** Reads the whole text, front matter and challenges included: code is code there, too. */
export function findLinks(text: string): Links {
  const source = new SourceText(text);
  const found: Links = { links: [], headings: [] };
  walk(parseWhole(source.text), (node) => {
    if (node.type === 'heading') found.headings.push(plainText(node));
    found.links.push(...linksOf(node, source));
  });
  return found;
}

function linksOf(node: Nodes, source: SourceText): Link[] {
  const { position } = node;
  if (position === undefined) return [];
  const at = (line: number, column: number): number => source.lineStart(line) + column - 1;
  const range = source.range(
    at(position.start.line, position.start.column),
    at(position.end.line, position.end.column)
  );
  if (node.type === 'link' || node.type === 'definition') {
    return [{ kind: 'link', url: node.url, range }];
  }
  if (node.type === 'image') return [{ kind: 'image', url: node.url, range }];
  if (node.type !== 'html') return [];
  return [...node.value.matchAll(/\b(src|href)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map((match) => ({
    kind: match[1]?.toLowerCase() === 'src' ? 'image' : 'link',
    url: match[2] ?? match[3] ?? '',
    range
  }));
}
