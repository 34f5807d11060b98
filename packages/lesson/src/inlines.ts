/** What is read inside Markdown's text, where a lesson needs it: a heading's words, and the definitions that are used. */

import type { Heading, Nodes } from 'mdast';
import { parseWhole, plainText, walk, type MarkdownBlock } from './markdown.js';
import type { Memo } from './memo.js';

/** Longer text is not looked into: no lesson has it, and the time grows with its square. */
const LONGEST = 10_000;
/** Marks that may make a text other than it is written. */
const MARK = /[\\`*_~$<&![]/;
const LABEL = /\[((?:[^[\]\\]|\\.){1,999})\]/gs;

/** Keys of definitions (see `definitionKey`) by their labels as `squash` writes them. */
export type Definitions = ReadonlyMap<string, readonly string[]>;

export class Inlines {
  constructor(private readonly memo: Memo<readonly string[]>) {}

  /** The words of a heading, of which `node` is known without what is in its text; `markdown` is all of its lines. */
  headingText(node: Heading, markdown: string, definitions: () => Definitions): string {
    if (!MARK.test(markdown) || markdown.length > LONGEST) return plainText(node);
    const prefix = markdown.includes('[') ? prefixFor(markdown, definitions()) : '';
    const [text = ''] = this.memo.of(`heading ${prefix}${markdown}`, () => {
      const heading = parseWhole(prefix + markdown).children.find(({ type }) => type === 'heading');
      return [heading === undefined ? '' : plainText(heading)];
    });
    return text;
  }

  /** The keys of those `definitions` that `markdown` refers to. */
  used(markdown: string, definitions: Definitions): readonly string[] {
    if (definitions.size === 0) return [];
    const prefix = prefixFor(markdown, definitions);
    if (prefix === '') return [];
    if (markdown.length > LONGEST) return labelled(markdown, definitions);
    return this.memo.of(`references ${prefix}${markdown}`, () => {
      const keys = new Set<string>();
      walk(parseWhole(prefix + markdown), (node) => {
        const key = referenceKey(node);
        if (key !== null) keys.add(key);
      });
      return [...keys];
    });
  }
}

/** The definitions in `blocks`, those in lists and quotations included. */
export function definitionsIn(blocks: Iterable<MarkdownBlock>): Definitions {
  const found = new Map<string, string[]>();
  for (const { node } of blocks) {
    walk(node, (inner) => {
      const key = definitionKey(inner);
      if (key !== null) add(found, key);
    });
  }
  return found;
}

export function definitionsOf(keys: Iterable<string>): Definitions {
  const found = new Map<string, string[]>();
  for (const key of keys) add(found, key);
  return found;
}

function add(found: Map<string, string[]>, key: string): void {
  const label = squash(key.slice(key.indexOf(' ') + 1));
  const keys = found.get(label);
  if (keys === undefined) found.set(label, [key]);
  else if (!keys.includes(key)) keys.push(key);
}

export function definitionKey(node: Nodes): string | null {
  if (node.type === 'definition') return `link ${node.identifier}`;
  if (node.type === 'footnoteDefinition') return `note ${node.identifier}`;
  return null;
}

function referenceKey(node: Nodes): string | null {
  if (node.type === 'linkReference' || node.type === 'imageReference')
    return `link ${node.identifier}`;
  if (node.type === 'footnoteReference') return `note ${node.identifier}`;
  return null;
}

/** Markdown has references only to what is defined: the definitions, in short, to be put before the text. */
function prefixFor(markdown: string, definitions: Definitions): string {
  const lines = labelled(markdown, definitions).map((key) => {
    const label = key.slice(5);
    return key.startsWith('note') ? `[^${label}]: x` : `[${label}]: x`;
  });
  // The break keeps the text out of a footnote before it.
  return lines.length === 0 ? '' : `${lines.join('\n\n')}\n\n***\n\n`;
}

/** The definitions with a label that stands in the text in brackets, though it may be code, say, and no reference. */
function labelled(markdown: string, definitions: Definitions): string[] {
  const keys = new Set<string>();
  for (const [, label = ''] of markdown.matchAll(LABEL)) {
    const squashed = squash(label);
    for (const key of definitions.get(squashed) ?? []) keys.add(key);
    for (const key of definitions.get(squashed.replace(/^\^/, '')) ?? []) keys.add(key);
  }
  return [...keys];
}

/** A label may be broken over lines, and those may be quoted. */
function squash(label: string): string {
  const letters = label.replace(/[\s>]+/g, '');
  // As Markdown folds case: `ẞ` and `ss` are the same.
  return letters.toLowerCase().toUpperCase().toLowerCase();
}
