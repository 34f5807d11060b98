/** Labelled paragraphs, and the boxes of other kinds of Markdown, made into directives. */

import { type BodyItem } from '../../directive-lines.js';
import { DIRECTIVES } from '../../directives.js';
import { draftLines, type Edit, type Guess } from '../draft.js';
import { itemLines, type Body } from './body.js';
import { calloutName, calloutTitle, readCalloutLabel, type CalloutLabel } from './callout-label.js';

export function calloutEdits({ source, items }: Body): Edit[] {
  const edits: Edit[] = [];
  items.forEach((item, index) => {
    if (item.kind === 'open') edits.push(...renamed(item));
    if (item.kind !== 'block' || item.inDirective) return;
    const lines = itemLines(source, item);
    if (item.node.type === 'blockquote') edits.push(...fromQuotation(item, lines));
    if (item.node.type !== 'paragraph') return;
    const label = readCalloutLabel(lines.join('\n'));
    if (label === null) return;
    if (label.rest !== '') {
      edits.push(edit(item.first, item.last, label, label.rest.split('\n')));
      return;
    }
    const next = items[index + 1];
    if (next?.kind !== 'block' || !/^(?:paragraph|list)$/.test(next.node.type)) return;
    if (readCalloutLabel(itemLines(source, next).join('\n')) !== null) return;
    edits.push(edit(item.first, next.last, label, itemLines(source, next)));
  });
  return edits;
}

/** `> [!NOTE]`, and `> **Note:** …`. */
function fromQuotation(item: BodyItem, lines: readonly string[]): Edit[] {
  if (!lines.every((line) => /^ {0,3}>/.test(line))) return [];
  const content = lines.map((line) => line.replace(/^ {0,3}> ?/, ''));
  const alert = /^\[!([A-Z]+)\][ \t]*(.*)$/i.exec(content[0] ?? '');
  if (alert !== null) {
    const [, label = '', own = ''] = alert;
    const name = calloutName(label);
    if (name === null) return [];
    const title = own !== '' ? own : calloutTitle(titled(label), name);
    return [edit(item.first, item.last, { name, title, rest: '' }, content.slice(1))];
  }
  const label = readCalloutLabel(content.join('\n'));
  if (label === null || label.rest === '') return [];
  return [edit(item.first, item.last, label, label.rest.split('\n'))];
}

/** `:::info` and the like, of Docusaurus and MyST, in the names of the format. */
function renamed({ opening, first, last }: Extract<BodyItem, { kind: 'open' }>): Edit[] {
  if ((DIRECTIVES as readonly string[]).includes(opening.name)) return [];
  const name = calloutName(opening.name);
  if (name === null || first !== last || Object.keys(opening.attributes).length > 0) return [];
  const title = opening.title ?? calloutTitle(titled(opening.name), name);
  const line = `${':'.repeat(opening.colons)}${name}${title === null ? '' : ` ${title}`}`;
  return [{ first: first - 1, last: last - 1, lines: draftLines([line], guess(name)) }];
}

function titled(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1).toLowerCase();
}

/** More colons than any line inside begins with, so that nothing in it closes the directive. */
function edit(first: number, last: number, label: CalloutLabel, content: readonly string[]): Edit {
  const { name, title } = label;
  const colons = ':'.repeat(
    Math.max(3, ...content.map((line) => (/^\s*(:{3,})/.exec(line)?.[1]?.length ?? 0) + 1))
  );
  const attributes = name === 'try-it' ? '{answer=text}' : '';
  const opening = `${colons}${name}${title === null ? '' : ` ${title}`}${attributes === '' ? '' : ` ${attributes}`}`;
  return {
    first: first - 1,
    last: last - 1,
    lines: draftLines([opening, ...trimmed(content), colons], guess(name))
  };
}

function trimmed(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => line.trim() !== '');
  const end = lines.findLastIndex((line) => line.trim() !== '');
  return start === -1 ? [] : lines.slice(start, end + 1);
}

function guess(name: string): Guess {
  return {
    rule: 'import/callout',
    message: `This looks like ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}, so it is a \`:::${name}\`.`,
    remedy: 'Check where it ends.'
  };
}
