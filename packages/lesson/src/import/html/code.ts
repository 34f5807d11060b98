/** Code of a page: its language, from whatever its highlighter calls it, and its text without line numbers. */

import type { Element, ElementContent } from 'hast';
import { toText } from 'hast-util-to-text';
import { attribute, classes, element, find, findAll, isElement, text } from './elements.js';

const PREFIX =
  /^(?:language|lang|highlight-source|highlight|highlighter|brush|mw-highlight-lang|sourceCode|code)[-_:]+/i;
const LANGUAGES: Readonly<Record<string, string>> = Object.fromEntries(
  `python py python3:python ipython:python ipython3:python pycon bash sh shell console:sh zsh:sh javascript js typescript
   ts json html css sql r java c cpp csharp go rust julia yaml toml xml diff latex tex mermaid ruby php kotlin swift
   scala matlab haskell lua perl makefile dockerfile`
    .split(/\s+/)
    .map((entry) => entry.split(':'))
    .map(([name = '', written = name]) => [name, written])
);

export function codeBlock(pre: Element, ancestors: readonly Element[]): Element {
  const source = toText(withoutGutter(pre), { whitespace: 'pre' }).replace(/^\n+|\s+$/g, '');
  const named = languageOf(pre, ancestors);
  const isPython = named === 'python' || named === 'py' || named === null;
  const language = isPython && /^>>> /.test(source) ? 'pycon' : named;
  const properties = language === null ? {} : { className: [`language-${language}`] };
  return element('pre', {}, [element('code', properties, [text(source)])]);
}

/** The code of a table that has line numbers in one column and code in the other. */
export function tabledCode(table: Element): Element | null {
  const isCode =
    classes(table).some((name) =>
      /highlighttable|rouge-table|syntaxhighlighter|hljs-ln/.test(name)
    ) || find(table, (inner) => classes(inner).some((name) => isGutter(name))) !== null;
  const blocks = findAll(table, ({ tagName }) => tagName === 'pre');
  const rows = findAll(table, ({ tagName }) => tagName === 'tr');
  return isCode && rows.length === 1 ? (blocks.at(-1) ?? null) : null;
}

function languageOf(pre: Element, ancestors: readonly Element[]): string | null {
  const inner = pre.children.filter(isElement).filter(({ tagName }) => tagName === 'code');
  for (const node of [...inner, pre, ...ancestors.slice(-3).reverse()]) {
    const named = [
      attribute(node, 'dataLang'),
      attribute(node, 'dataLanguage'),
      attribute(node, 'lang')
    ];
    for (const name of [...classes(node), ...named]) {
      const language = name === null ? null : known(name);
      if (language !== null) return language;
    }
  }
  return null;
}

function known(name: string): string | null {
  const key = name.replace(PREFIX, '').replace(/;$/, '').toLowerCase();
  return Object.hasOwn(LANGUAGES, key) ? (LANGUAGES[key] ?? null) : null;
}

function isGutter(name: string): boolean {
  return /^(?:linenos?|lineno|line-?numbers?(?:-rows)?|gutter|hljs-ln-numbers|blob-num|prompt|copybtn|copy-button)$/i.test(
    name
  );
}

function withoutGutter(node: Element): Element {
  return {
    ...node,
    children: node.children.flatMap((child): ElementContent[] => {
      if (!isElement(child)) return [child];
      if (classes(child).some(isGutter) || child.tagName === 'button') return [];
      return [withoutGutter(child)];
    })
  };
}
