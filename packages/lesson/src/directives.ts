/** Pairs the lines that open directives with those that close them: a flat body becomes a tree. */

import type { BodyItem } from './directive-lines.js';
import type { Opening } from './directive-syntax.js';
import type { MarkdownBlock } from './markdown.js';
import { nearest } from './nearest.js';
import type { Problems } from './problems.js';
import type { SourceText } from './source-text.js';

export const CALLOUTS = ['definition', 'note', 'tip', 'warning', 'example'] as const;
export const DIRECTIVES = [...CALLOUTS, 'try-it', 'challenge', 'quiz', 'experiment'] as const;

export type BodyNode = ({ kind: 'block' } & MarkdownBlock) | DirectiveNode | OtherLines;
export interface DirectiveNode {
  kind: 'directive';
  opening: Opening;
  /** From the opening line to the closing one, or to the last line of its content. */
  first: number;
  last: number;
  contentFirst: number;
  contentLast: number;
  children: BodyNode[];
}
/** A closing line that closes nothing, or text that is not to be read as Markdown. */
export interface OtherLines {
  kind: 'stray' | 'verbatim';
  first: number;
  last: number;
}

/** Far more than a page can show; it bounds the recursion of everything that walks the tree. */
const MAX_DEPTH = 24;

interface Frame {
  item: Extract<BodyItem, { kind: 'open' }>;
  /** Depth of the heading that it stands under; 6 before the first heading. */
  level: number;
  children: BodyNode[];
}

export function nestDirectives(
  items: BodyItem[],
  lastLine: number,
  source: SourceText,
  problems: Problems
): BodyNode[] {
  const root: BodyNode[] = [];
  const frames: Frame[] = [];
  let level = 6;
  const top = (): BodyNode[] => frames.at(-1)?.children ?? root;

  const closeTop = (closing: BodyItem | null, before: number): void => {
    const frame = frames.pop() as Frame;
    // There may be more nodes than a call can have arguments.
    for (const node of finish(frame, closing, before, source, problems)) top().push(node);
  };

  for (const item of items) {
    if (item.kind === 'block') {
      if (item.node.type === 'heading') level = item.node.depth;
      top().push(item);
    } else if (item.kind === 'verbatim') {
      top().push(item);
    } else if (item.kind === 'open') {
      if (frames.length >= MAX_DEPTH) {
        problems.report(
          'directive/too-deep',
          source.lineRange(item.first),
          `Directives are nested more than ${MAX_DEPTH} deep here; this one is kept as text.`,
          'Close the directives before it.'
        );
        top().push(asText(item));
        continue;
      }
      reportUnknown(item, source, problems);
      frames.push({ item, level, children: [] });
    } else {
      const match = frames.findLastIndex((frame) => frame.item.opening.colons === item.colons);
      if (match === -1) {
        reportStray(item, frames, source, problems);
        top().push({ kind: 'stray', first: item.first, last: item.last });
        continue;
      }
      while (frames.length > match + 1) closeTop(null, item.first - 1);
      // Headings inside it were its own.
      level = frames.at(-1)?.level ?? level;
      closeTop(item, item.first - 1);
    }
  }
  while (frames.length > 0) closeTop(null, lastLine);
  return root;
}

/** The directive, and after it what an unclosed one must not swallow. */
function finish(
  { item, level, children }: Frame,
  closing: BodyItem | null,
  before: number,
  source: SourceText,
  problems: Problems
): BodyNode[] {
  const node: DirectiveNode = {
    kind: 'directive',
    opening: item.opening,
    first: item.first,
    last: closing?.last ?? Math.max(item.last, before),
    contentFirst: item.last + 1,
    contentLast: before,
    children
  };
  if (closing !== null) return [node];
  const end = children.findIndex(
    (child) => child.kind === 'block' && child.node.type === 'heading' && child.node.depth <= level
  );
  const after = end === -1 ? [] : children.splice(end);
  if (after[0] !== undefined) node.contentLast = after[0].first - 1;
  node.last = source.trim(item.first, node.contentLast)?.[1] ?? item.last;
  const where =
    after[0] === undefined ? `line ${node.last}` : `the heading on line ${after[0].first}`;
  problems.report(
    'directive/unclosed',
    source.lineRange(item.first),
    `The \`:::${item.opening.name}\` on line ${item.first} is never closed; it ends at ${where}.`,
    `Write \`${':'.repeat(item.opening.colons)}\` on a line of its own where it ends.`
  );
  return [node, ...after];
}

function reportUnknown(
  item: Extract<BodyItem, { kind: 'open' }>,
  source: SourceText,
  problems: Problems
): void {
  const { name } = item.opening;
  if ((DIRECTIVES as readonly string[]).includes(name)) return;
  const guess = nearest(name, DIRECTIVES);
  problems.report(
    'directive/unknown-name',
    source.lineRange(item.first),
    `\`${name}\` is not a directive of the format; its content is kept.`,
    guess === null
      ? `Write one of ${DIRECTIVES.map((known) => `\`${known}\``).join(', ')}.`
      : `Did you mean \`${guess}\`?`
  );
}

function reportStray(
  item: Extract<BodyItem, { kind: 'close' }>,
  frames: Frame[],
  source: SourceText,
  problems: Problems
): void {
  const open = frames.at(-1)?.item;
  problems.report(
    'directive/stray-close',
    source.lineRange(item.first),
    open === undefined
      ? 'This line closes a directive, but none is open.'
      : `This line has ${item.colons} colons; the \`:::${open.opening.name}\` on line ${open.first} has ${open.opening.colons}.`,
    open === undefined ? 'Remove it.' : 'Write as many colons as in the line that opens it.'
  );
}

function asText(item: Extract<BodyItem, { kind: 'open' }>): BodyNode {
  const node = { type: 'paragraph' as const, children: [] };
  return { kind: 'block', node, first: item.first, last: item.last };
}
