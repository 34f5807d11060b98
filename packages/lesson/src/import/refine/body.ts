/** The body of a draft as Markdown, with its lines as indices into the draft. */

import { splitSections } from '../../challenges-marker.js';
import { readBodyItems, type BodyItem } from '../../directive-lines.js';
import { readFrontMatter } from '../../front-matter.js';
import { Problems } from '../../problems.js';
import { SourceText } from '../../source-text.js';
import { draftText, type Draft } from '../draft.js';

export interface Body {
  /** The whole draft's text. */
  source: SourceText;
  /** What to add to a line of a Markdown node to have a line of the draft. */
  shift: number;
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
  const items = readBodyItems(source, bodyLine, bodyLast, fences, unread).map((item) => {
    if (item.kind === 'close') depth = Math.max(0, depth - 1);
    const inDirective = depth > 0 || item.kind !== 'block';
    if (item.kind === 'open') depth++;
    return { ...item, inDirective };
  });
  return { source, shift: bodyLine - 1, items };
}

/** The lines of an item, as they stand. */
export function itemLines(
  source: SourceText,
  { first, last }: { first: number; last: number }
): string[] {
  return source.lines.slice(first - 1, last);
}
