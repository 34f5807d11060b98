/** Python with its keywords, strings and comments marked. */

import { classHighlighter, highlightCode } from '@lezer/highlight';
import { parser } from '@lezer/python';
import { h, type Element, type ElementContent } from './hast.js';

export function codeBlock(source: string, language: string | null, className: string): Element {
  const isPython = /^(python3?|py)$/i.test(language ?? '');
  const children = isPython ? highlighted(source) : [h('span', {}, source)];
  return h('pre', { className: [className] }, h('code', {}, children));
}

/** A line end is a node of its own. */
export function highlighted(source: string): ElementContent[] {
  const nodes: ElementContent[] = [];
  highlightCode(
    source,
    parser.parse(source),
    classHighlighter,
    (text, classes) => {
      nodes.push(
        classes === ''
          ? { type: 'text', value: text }
          : h('span', { className: classes.split(' ') }, text)
      );
    },
    () => nodes.push({ type: 'text', value: '\n' })
  );
  return nodes;
}
