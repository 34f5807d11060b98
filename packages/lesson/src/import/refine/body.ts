/** The body of a draft as Markdown, with its lines as indices into the draft. */

import { splitSections } from '../../challenges-marker.js';
import { readBodyItems, type BodyItem } from '../../directive-lines.js';
import { readFrontMatter } from '../../front-matter.js';
import { parseWhole } from '../../markdown.js';
import { ParserMemory } from '../../parser-memory.js';
import { Problems } from '../../problems.js';
import { SourceText } from '../../source-text.js';
import { draftText, type Draft } from '../draft.js';

export interface Body {
  /** The whole draft's text. */
  source: SourceText;
  /** Line numbers count from 1. Nothing of the challenges section is among them. */
  items: (BodyItem & { inDirective: boolean })[];
}

/** Problems are the parser's to report, of the finished draft. */
export function readBody(draft: Draft): Body {
  const source = new SourceText(draftText(draft));
  const unread = new Problems();
  const { bodyLine } = readFrontMatter(source, unread);
  const { bodyLast, fences } = splitSections(source, bodyLine, unread);
  let depth = 0;
  const { segments } = new ParserMemory();
  const read = readBodyItems(source, bodyLine, bodyLast, fences, segments, unread);
  const items = withInlines(read, source).map((item) => {
    if (item.kind === 'close') depth = Math.max(0, depth - 1);
    const inDirective = depth > 0 || item.kind !== 'block';
    if (item.kind === 'open') depth++;
    return { ...item, inDirective };
  });
  return { source, items };
}

/** The parser leaves out what is inside text; here it decides what may be changed. Lines of nodes are the source's. */
function withInlines(items: readonly BodyItem[], source: SourceText): BodyItem[] {
  const lines = source.lines.map(() => '');
  for (const item of items) {
    if (item.kind !== 'block') continue;
    for (let line = item.first; line <= item.last; line++) lines[line - 1] = source.line(line);
  }
  const nodes = new Map(
    parseWhole(lines.join('\n')).children.map((node) => [node.position?.start.line, node])
  );
  return items.flatMap((item): BodyItem[] => {
    if (item.kind !== 'block') return [item];
    const node = nodes.get(item.first);
    return node === undefined ? [] : [{ ...item, node }];
  });
}

/** The lines of an item, as they stand. */
export function itemLines(
  source: SourceText,
  { first, last }: { first: number; last: number }
): string[] {
  return source.lines.slice(first - 1, last);
}
