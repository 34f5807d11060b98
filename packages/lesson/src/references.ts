/** Each prose block becomes a cell that is rendered alone, so it needs the link and footnote definitions that it uses. */

import type { Nodes } from 'mdast';
import type { BodyNode } from './directives.js';
import { walk } from './markdown.js';
import type { SourceText } from './source-text.js';

export class References {
  readonly #definitions = new Map<string, string>();

  constructor(private readonly source: SourceText) {}

  /** Takes note of the definitions among `nodes`; the first of a name counts, as in Markdown. */
  collect(nodes: BodyNode[]): void {
    for (const node of nodes) {
      if (node.kind === 'directive') this.collect(node.children);
      if (node.kind !== 'block') continue;
      const key = definitionKey(node.node);
      if (key !== null && !this.#definitions.has(key)) {
        this.#definitions.set(key, this.source.linesText(node.first, node.last));
      }
    }
  }

  /** The definitions that `run` uses and does not hold, ready to be put after it. */
  missingIn(run: Nodes[]): string {
    if (this.#definitions.size === 0) return '';
    const held = new Set(run.map(definitionKey));
    const missing = new Set<string>();
    for (const node of run) {
      walk(node, (inner) => {
        const key = referenceKey(inner);
        if (key !== null && !held.has(key) && this.#definitions.has(key)) missing.add(key);
      });
    }
    return [...missing].map((key) => `\n\n${this.#definitions.get(key)}`).join('');
  }
}

function definitionKey(node: Nodes): string | null {
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
