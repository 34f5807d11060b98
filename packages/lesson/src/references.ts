/** Each prose block becomes a cell that is rendered alone, so it needs the link and footnote definitions that it uses. */

import type { Nodes } from 'mdast';
import type { BodyNode } from './directives.js';
import { definitionKey, definitionsOf, type Definitions, type Inlines } from './inlines.js';
import type { SourceText } from './source-text.js';

export class References {
  readonly #markdown = new Map<string, string>();
  readonly #definitions: Definitions;

  constructor(
    nodes: BodyNode[],
    private readonly source: SourceText,
    private readonly inlines: Inlines
  ) {
    this.#collect(nodes);
    this.#definitions = definitionsOf(this.#markdown.keys());
  }

  /** Takes note of the definitions among `nodes`; the first of a name counts, as in Markdown. */
  #collect(nodes: BodyNode[]): void {
    for (const node of nodes) {
      if (node.kind === 'directive') this.#collect(node.children);
      if (node.kind !== 'block') continue;
      const key = definitionKey(node.node);
      if (key !== null && !this.#markdown.has(key)) {
        this.#markdown.set(key, this.source.linesText(node.first, node.last));
      }
    }
  }

  /** The definitions that `markdown`, whose blocks are `run`, uses and does not hold, ready to be put after it. */
  missingIn(markdown: string, run: Nodes[]): string {
    const used = this.inlines.used(markdown, this.#definitions);
    if (used.length === 0) return '';
    const held = new Set(run.map(definitionKey));
    return used
      .filter((key) => !held.has(key) && this.#markdown.has(key))
      .map((key) => `\n\n${this.#markdown.get(key)}`)
      .join('');
  }
}
