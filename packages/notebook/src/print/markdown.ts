/**
 * Markdown to HTML for paper: mathematics as MathML, code highlighted. Raw HTML is shown as the text that it is, so
 * that none of it can run; comments, which are for authors, are left out.
 */

import rehypeKatex from 'rehype-katex';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { h, visit, type ElementContent, type Root } from './hast.js';
import { codeBlock } from './highlight.js';

/** Pictures by the address that the lesson gives them, as `data:` addresses. */
export type Pictures = ReadonlyMap<string, string>;

const SAFE_LINK = /^(https?:|mailto:|#|(?![a-z][a-z0-9+.-]*:))/i;

export class MarkdownPrinter {
  #count = 0;

  constructor(private readonly pictures: Pictures) {}

  print(markdown: string): ElementContent[] {
    const root = toHast(markdown, ++this.#count);
    visit(root, (element) => {
      const { tagName, properties } = element;
      if (tagName === 'a' && !SAFE_LINK.test(String(properties['href'] ?? ''))) {
        delete properties['href'];
      }
      if (tagName !== 'img') return;
      const address = String(properties['src'] ?? '');
      const picture = this.pictures.get(address);
      if (picture !== undefined) {
        properties['src'] = picture;
      } else {
        // A page that is printed asks nobody for anything.
        const text = String(properties['alt'] ?? '') || address;
        Object.assign(element, h('span', { className: ['missing-picture'] }, `[Picture: ${text}]`));
      }
    });
    return root.children.filter((node) => node.type !== 'doctype');
  }

  /** One line of text, without the paragraph around it. */
  inline(markdown: string): ElementContent[] {
    const [first, ...rest] = this.print(markdown);
    return first?.type === 'element' && first.tagName === 'p' && rest.length === 0
      ? first.children
      : [first, ...rest].filter((node) => node !== undefined);
  }
}

/** The addresses of the pictures in a text, each once. */
export function picturesIn(markdown: string): string[] {
  const found = new Set<string>();
  visit(toHast(markdown, 0), ({ tagName, properties }) => {
    if (tagName === 'img' && typeof properties['src'] === 'string') found.add(properties['src']);
  });
  return [...found];
}

/** `number` keeps the names of footnotes apart, of which each text has its own. */
function toHast(markdown: string, number: number): Root {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMath)
    .use(remarkRehype, {
      clobberPrefix: `text-${number}-`,
      handlers: {
        html: (_state: unknown, { value }: { value: string }) =>
          /^<!--[\s\S]*-->$/.test(value.trim()) ? undefined : { type: 'text', value },
        code: (_state: unknown, { value, lang }: { value: string; lang?: string | null }) =>
          codeBlock(value, lang ?? null, 'listing')
      }
    })
    .use(rehypeKatex, { output: 'mathml', strict: 'ignore' });
  return processor.runSync(processor.parse(markdown));
}
