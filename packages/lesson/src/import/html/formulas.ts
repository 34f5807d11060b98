/** Formulas of a page, as TeX: from what KaTeX, MathJax, MediaWiki, pandoc and Sphinx leave in it. */

import type { Element, ElementContent } from 'hast';
import { attribute, classes, element, find, lineText, rawText, text } from './elements.js';

export interface Formula {
  /** `null` where the page does not hold it; then `shown` is what it shows. */
  tex: string | null;
  display: boolean;
  shown: string;
}

/** What an element shows, where it is a formula. */
export function readFormula(node: Element): Formula | 'preview' | null {
  const names = classes(node);
  const has = (name: string): boolean => names.includes(name);
  const type = attribute(node, 'type') ?? '';
  if (node.tagName === 'script' && type.startsWith('math/tex')) {
    const tex = rawText(node).replace(/^\s*%\s*<!\[CDATA\[|%\s*\]\]>\s*$/g, '');
    return { tex: tex.trim(), display: type.includes('mode=display'), shown: tex };
  }
  // MathJax 2 draws a formula beside the script that holds it.
  if (names.some((name) => /^MathJax(?:_|$)/.test(name)) && node.tagName !== 'mjx-container')
    return 'preview';
  const isMath = node.tagName === 'math' || node.tagName === 'mjx-container';
  if (isMath || has('katex') || has('katex-display') || has('mwe-math-element')) {
    return fromMathml(node, has('katex-display'));
  }
  if (node.tagName === 'img') {
    const alt = attribute(node, 'alt') ?? '';
    const isTex =
      /^\{?\\(?:displaystyle|textstyle)\b/.test(alt) || has('tex') || has('latex') || has('math');
    return isTex && alt !== '' ? { tex: cleanTex(alt), display: false, shown: alt } : null;
  }
  if (!has('math') && !has('arithmatex')) return null;
  const source = rawText(node).trim();
  const marked = /^(?:\\\(([\s\S]*)\\\)|\\\[([\s\S]*)\\\]|\$\$([\s\S]*)\$\$)$/.exec(source);
  const tex = (marked?.[1] ?? marked?.[2] ?? marked?.[3] ?? source).trim();
  const display =
    marked === null ? has('display') || node.tagName === 'div' : marked[1] === undefined;
  return { tex, display, shown: source };
}

function fromMathml(node: Element, isDisplay: boolean): Formula {
  const annotation = find(
    node,
    (inner) => inner.tagName === 'annotation' && /tex/i.test(attribute(inner, 'encoding') ?? '')
  );
  const math = find(node, (inner) => inner.tagName === 'math');
  const image = find(node, (inner) => inner.tagName === 'img');
  const alternative =
    (math === null ? null : (attribute(math, 'alttext') ?? attribute(math, 'altText'))) ??
    attribute(node, 'dataLatex') ??
    (image === null ? null : attribute(image, 'alt'));
  const tex = annotation === null ? alternative : rawText(annotation);
  const display =
    isDisplay ||
    (math !== null && attribute(math, 'display') === 'block') ||
    attribute(node, 'display') === 'true';
  return {
    tex: tex === null || tex.trim() === '' ? null : cleanTex(tex),
    display,
    shown: lineText(math ?? node)
  };
}

/** `{\displaystyle x}` is what MediaWiki wraps around `x`. */
function cleanTex(tex: string): string {
  return tex
    .trim()
    .replace(/^\{\\(?:displaystyle|textstyle)\s*([\s\S]*)\}$/, '$1')
    .replace(/\n\s*\n/g, '\n')
    .trim();
}

export function formulaElement(tex: string, display: boolean): Element {
  // Its text keeps the spaces around it: those beside an element without any are dropped.
  return element('lectern-formula', { tex, display: display ? 'block' : 'inline' }, [text(tex)]);
}

const IN_TEXT = /\\\(([\s\S]+?)\\\)|\\\[([\s\S]+?)\\\]|\$\$([^$]+)\$\$/g;
const DOLLARS = /(?<![\\$\w])\$(?=\S)((?:\\.|[^$\\\n])+?)(?<=\S)\$(?![\d$])/g;

/** Formulas that a script of the page was to draw; a single dollar sign counts only where there is such a script. */
export function splitFormulas(value: string, withDollars: boolean): ElementContent[] {
  const parts: ElementContent[] = [];
  const pattern = withDollars ? new RegExp(`${IN_TEXT.source}|${DOLLARS.source}`, 'g') : IN_TEXT;
  let from = 0;
  for (const match of value.matchAll(pattern)) {
    const [whole, inline, display, dollars, single] = match;
    if (match.index > from) parts.push(text(value.slice(from, match.index)));
    const tex = inline ?? display ?? dollars ?? single ?? '';
    parts.push(formulaElement(tex.trim(), display !== undefined || dollars !== undefined));
    from = match.index + whole.length;
  }
  if (from < value.length) parts.push(text(value.slice(from)));
  return parts;
}
