/** An HTML page to a draft: its content, as Markdown. */

import type { Nodes, Root } from 'hast';
import type { Html, Nodes as MdastNodes, RootContent as MdastContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark, { type Options } from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { draftLines, type Draft, type Guess } from '../draft.js';
import { readText } from '../text/read-text.js';
import { quoted } from '../words.js';
import { readPage, type Page } from './content.js';
import { attribute, element, isElement } from './elements.js';
import { Marks } from './marks.js';
import { Tidier } from './tidy.js';

export interface HtmlDraft {
  draft: Draft;
  title?: string | undefined;
}

export function readHtml(html: string): HtmlDraft {
  try {
    return convert(Marks.clean(html));
  } catch (error) {
    // Deeper nesting than the stack holds; what a reader sees of it is still there.
    if (!(error instanceof RangeError)) throw error;
    return unreadable(html);
  }
}

function convert(html: string): HtmlDraft {
  const root = unified().use(rehypeParse).parse(html);
  const page = readPage(root);
  const marks = new Marks();
  const tidier = new Tidier(marks, /mathjax|katex/i.test(html), page.address !== null);
  const children = tidier.children(
    'children' in page.content
      ? page.content.children.filter((node) => node.type !== 'doctype')
      : []
  );
  const base = page.address === null ? [] : [element('base', { href: page.address }, [])];
  const tree: Root = { type: 'root', children: [...base, ...children] };
  const draft = marks.toDraft(toMarkdown(tree).trim());
  return { draft: withLeftOut(draft, [...page.leftOut, ...tidier.leftOut]), title: titleOf(page) };
}

function titleOf({ title }: Page): string | undefined {
  return title ?? undefined;
}

const HANDLERS: NonNullable<Options['handlers']> = {
  'lectern-formula': (_state, node) => {
    const value = attribute(node, 'tex') ?? '';
    return attribute(node, 'display') === 'block'
      ? { type: 'math', value }
      : { type: 'inlineMath', value };
  },
  'lectern-callout': (state, node) => {
    const colons = ':'.repeat(3 + calloutDepth(node));
    const title = attribute(node, 'title') ?? '';
    const name = `${attribute(node, 'name') ?? ''}${title === '' ? '' : ` ${title}`}`;
    const content = state.toFlow(state.all(node));
    return [line(`${colons}${name}${attribute(node, 'mark') ?? ''}`), ...content, line(colons)];
  },
  sup: (state, node) => raised(state.all(node), node),
  sub: (state, node) => raised(state.all(node), node)
};

/** HTML is what Markdown's writer leaves as it is; so are the lines of a directive. */
function line(value: string): Html {
  return { type: 'html', value };
}

/** Markdown has no form for it, and takes its HTML. A reference to a note needs none. */
function raised(
  children: MdastContent[],
  node: { tagName: string; properties: object }
): MdastNodes[] {
  const isReference = children.some(({ type }) => type === 'link' || type === 'footnoteReference');
  if (isReference) return children;
  return [line(`<${node.tagName}>`), ...children, line(`</${node.tagName}>`)];
}

function opensDirective(node: MdastNodes): boolean {
  return node.type === 'html' && /^:{3,}[a-z]/.test(node.value);
}

function closesDirective(node: MdastNodes): boolean {
  return node.type === 'html' && /^:{3,}$/.test(node.value);
}

function calloutDepth(node: Nodes): number {
  if (!('children' in node)) return 0;
  return Math.max(
    0,
    ...node.children.map((child) => {
      const own = isElement(child) && child.tagName === 'lectern-callout' ? 1 : 0;
      return own + calloutDepth(child);
    })
  );
}

function toMarkdown(tree: Root): string {
  const processor = unified()
    .use(rehypeRemark, { handlers: HANDLERS })
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkMath)
    .use(remarkStringify, {
      bullet: '-',
      // Not `---`, which would be front matter at the start.
      rule: '*',
      listItemIndent: 'one',
      resourceLink: true,
      join: [(left, right) => (opensDirective(left) || closesDirective(right) ? 0 : undefined)]
    });
  return processor.stringify(processor.runSync(tree));
}

function withLeftOut(draft: Draft, texts: readonly string[]): Draft {
  const shown = texts.filter((part) => /[\p{L}\p{N}]/u.test(part));
  const [first, ...rest] = draft.length > 0 ? draft : draftLines(['']);
  if (shown.length === 0 || first === undefined) return draft;
  const listed = shown.slice(0, 4).map((part) => quoted(part));
  if (shown.length > 4) listed.push(`${shown.length - 4} more`);
  const guess: Guess = {
    rule: 'import/left-out',
    message: `These parts of the page are not its content, and were left out: ${listed.join(', ')}.`,
    remedy: 'Copy what belongs to the lesson.'
  };
  return [{ text: first.text, guesses: [guess, ...first.guesses] }, ...rest];
}

function unreadable(html: string): HtmlDraft {
  const plain = html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<\/?(?:p|div|h[1-6]|li|tr|br|pre|section)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '');
  const [first = { text: '', guesses: [] }, ...rest] = readText(plain);
  const guess: Guess = {
    rule: 'import/unreadable-page',
    message: 'This page is nested too deeply to be read as HTML, so only its text is here.',
    remedy: 'Compare it with the page.'
  };
  return { draft: [{ text: first.text, guesses: [guess, ...first.guesses] }, ...rest] };
}
