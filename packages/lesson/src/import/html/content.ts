/** Which part of a page is its content, and which elements are there to get about the page. */

import type { Element, Nodes, Root } from 'hast';
import { attribute, classes, find, findAll, isElement, lineText } from './elements.js';

export interface Page {
  content: Element | Root;
  /** Its first heading, or else what its tab says. */
  title: string | null;
  /** Its address, which its links are relative to. */
  address: string | null;
  /** What stands outside the content, as text. */
  leftOut: string[];
}

const CONTENT_NAMES = new Set([
  'content',
  'main-content',
  'mw-content-text',
  'mw-parser-output',
  'bodycontent',
  'markdown-body',
  'post-content',
  'entry-content',
  'article-content',
  'article-body'
]);

export function readPage(root: Root): Page {
  const body = find(root, ({ tagName }) => tagName === 'body') ?? root;
  const content = contentOf(body);
  const heading = find(body, ({ tagName }) => tagName === 'h1');
  const tab = find(root, ({ tagName }) => tagName === 'title');
  const tabTitle = tab === null ? '' : lineText(tab).split(/ [|·–—-] /, 1)[0];
  const title = heading === null ? tabTitle : lineText(heading);
  return {
    content,
    title: title === undefined || title === '' ? null : title,
    address: addressOf(root),
    leftOut: outside(body, content)
  };
}

function contentOf(body: Element | Root): Element | Root {
  const main = find(body, (node) => node.tagName === 'main' || attribute(node, 'role') === 'main');
  if (main !== null) return main;
  const articles = findAll(body, ({ tagName }) => tagName === 'article');
  const [article] = articles;
  if (article !== undefined && articles.length === 1) return article;
  return find(body, isNamedContent) ?? body;
}

function isNamedContent(node: Element): boolean {
  const id = attribute(node, 'id')?.toLowerCase() ?? '';
  return (
    CONTENT_NAMES.has(id) || classes(node).some((name) => CONTENT_NAMES.has(name.toLowerCase()))
  );
}

/** The texts of what stands beside the content, and beside what it stands in. */
function outside(node: Nodes, content: Nodes): string[] {
  if (node === content) return [];
  if (!('children' in node)) return [];
  const path = node.children.find((child) => contains(child, content));
  return node.children.flatMap((child) =>
    child === path ? outside(child, content) : isVisible(child) ? [lineText(child)] : []
  );
}

function contains(node: Nodes, wanted: Nodes): boolean {
  return (
    node === wanted ||
    ('children' in node && node.children.some((child) => contains(child, wanted)))
  );
}

function isVisible(node: Nodes): boolean {
  return !isElement(node) || !INVISIBLE.has(node.tagName);
}

function addressOf(root: Root): string | null {
  const base = find(root, (node) => node.tagName === 'base' && attribute(node, 'href') !== null);
  const canonical = find(root, (node) => {
    const { rel } = node.properties;
    return node.tagName === 'link' && Array.isArray(rel) && rel.includes('canonical');
  });
  const address = (base ?? canonical)?.properties['href'];
  return typeof address === 'string' && /^https?:\/\//.test(address) ? address : null;
}

const INVISIBLE = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'link',
  'meta',
  'title',
  'head',
  'base'
]);
const FURNITURE_TAGS = new Set(['nav', 'button', 'dialog', 'footer']);
const FURNITURE_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'menu',
  'toolbar'
]);
const FURNITURE_CLASSES = new Set(
  `toc table-of-contents navbox navbar sidebar vertical-navbox breadcrumb breadcrumbs mw-editsection mw-jump-link noprint
   catlinks printfooter headerlink anchor anchor-link anchorjs-link hash-link skip-link skip-nav share social
   social-share cookie-banner advert ads related-posts comments pagination pagination-nav prev-next copybtn copy-button
   clipboard-copy toolbar edit-this-page theme-edit-this-page footer sphinxsidebar sitesub contentsub mw-indicators
   MathJax_Preview page-footer site-footer site-header`.split(/\s+/)
);

export type Furniture = 'invisible' | 'furniture';

/** `null` for what is content. */
export function furnitureKind(node: Element): Furniture | null {
  const { tagName, properties } = node;
  if (INVISIBLE.has(tagName) || properties['hidden'] === true) return 'invisible';
  if (/\bdisplay:\s*none\b/.test(attribute(node, 'style') ?? '')) return 'invisible';
  if (String(properties['ariaHidden']) === 'true') return 'invisible';
  if (FURNITURE_TAGS.has(tagName)) return 'furniture';
  // An article's own header holds its title.
  if (tagName === 'header' && find(node, (inner) => inner.tagName === 'h1') === null)
    return 'furniture';
  if (FURNITURE_ROLES.has(attribute(node, 'role') ?? '')) return 'furniture';
  const id = attribute(node, 'id')?.toLowerCase() ?? '';
  const isNamed =
    FURNITURE_CLASSES.has(id) || classes(node).some((name) => FURNITURE_CLASSES.has(name));
  return isNamed ? 'furniture' : null;
}
