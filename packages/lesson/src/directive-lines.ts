/** Finds the lines of a body that open and close directives, and parses the rest of it as Markdown, in one go. */

import { readDirectiveLine, readOption, type Opening } from './directive-syntax.js';
import { findDeepNesting } from './deep-nesting.js';
import type { FenceLines } from './fence-lines.js';
import { readBlocks, type Segment } from './incremental-markdown.js';
import { walk, type MarkdownBlock } from './markdown.js';
import type { Memo } from './memo.js';
import type { Problems } from './problems.js';
import type { SourceText } from './source-text.js';

/** A body in reading order, flat. */
export type BodyItem =
  | ({ kind: 'block' } & MarkdownBlock)
  /** `last` is the last line of its options. */
  | { kind: 'open'; opening: Opening; first: number; last: number }
  | { kind: 'close'; colons: number; first: number; last: number }
  /** Text that is not to be read as Markdown. */
  | { kind: 'verbatim'; first: number; last: number };

/**
 * A directive's lines are covered, for the Markdown parser, by a thematic break: that ends every paragraph, list and
 * quotation, so no block reaches across, and definitions hold for the whole body.
 * A covered line that does not come back as a break is inside something else (a comment, a formula, a list
 * item): it is text, and is uncovered again.
 */
export function readBodyItems(
  source: SourceText,
  firstLine: number,
  lastLine: number,
  fences: FenceLines,
  memo: Memo<Segment>,
  problems: Problems
): BodyItem[] {
  const candidates = findCandidates(source, firstLine, lastLine, fences, problems);
  const lines = source.lines.slice(firstLine - 1, lastLine);
  for (const item of candidates.values()) cover(lines, item, firstLine);
  const parse = (): MarkdownBlock[] =>
    readBlocks(lines, (index) => fences.openedAt[index + firstLine] !== 0, memo).map(
      ({ node, first, last }) => ({ node, first: first + firstLine, last: last + firstLine })
    );
  let blocks = parse();
  const hidden = new Map(candidates);
  for (const { node, first } of blocks) if (node.type === 'thematicBreak') hidden.delete(first);
  if (hidden.size > 0) {
    reportNested(blocks, hidden, source, problems);
    for (const item of hidden.values()) {
      candidates.delete(item.first);
      // What must not be read stays covered; the text is taken from the source.
      if (item.kind === 'verbatim') continue;
      for (let line = item.first; line <= item.last; line++) {
        lines[line - firstLine] = source.line(line);
      }
    }
    blocks = parse();
  }
  return blocks.map((block) => {
    const item = block.node.type === 'thematicBreak' ? candidates.get(block.first) : undefined;
    return item ?? { kind: 'block', ...block };
  });
}

type Candidate = Exclude<BodyItem, { kind: 'block' }>;

function findCandidates(
  source: SourceText,
  firstLine: number,
  lastLine: number,
  fences: FenceLines,
  problems: Problems
): Map<number, Candidate> {
  const candidates = new Map<number, Candidate>();
  const deep = findDeepNesting(source, firstLine, lastLine, fences, problems);
  for (const { first, last } of deep) candidates.set(first, { kind: 'verbatim', first, last });
  for (let line = firstLine; line <= lastLine; line++) {
    const covered = candidates.get(line);
    if (covered !== undefined) {
      line = covered.last;
      continue;
    }
    if (fences.openedAt[line] !== 0) continue;
    const read = readDirectiveLine(source.line(line));
    if (read === null) continue;
    if (read.kind === 'malformed') {
      problems.report(
        'directive/malformed',
        source.lineRange(line),
        'This line begins with `:::` but does not name a directive; it is kept as text.',
        'Write `:::name Title`, or put a backslash before the first colon.'
      );
    } else if (read.kind === 'close') {
      candidates.set(line, { kind: 'close', colons: read.colons, first: line, last: line });
    } else {
      const first = line;
      const { attributes, duplicates, braced } = read.opening;
      while (braced && line < lastLine) {
        const option = readOption(source.line(line + 1));
        if (option === null) break;
        const [key, value] = option;
        if (Object.hasOwn(attributes, key)) duplicates.push(key);
        else attributes[key] = value;
        line++;
      }
      for (const name of new Set(duplicates)) {
        problems.report(
          'directive/duplicate-attribute',
          source.lineRange(first, line),
          `\`${name}\` stands twice; the first value counts.`,
          'Remove one of the two.'
        );
      }
      candidates.set(first, { kind: 'open', opening: read.opening, first, last: line });
    }
  }
  return candidates;
}

function cover(lines: string[], item: Candidate, firstLine: number): void {
  // Indented no more and no less than the line: it may stand in a list item.
  const [indent = ''] = /^ */.exec(lines[item.first - firstLine] ?? '') ?? [];
  lines[item.first - firstLine] = `${indent}***`;
  for (let line = item.first + 1; line <= item.last; line++) lines[line - firstLine] = '';
}

function reportNested(
  blocks: MarkdownBlock[],
  hidden: ReadonlyMap<number, Candidate>,
  source: SourceText,
  problems: Problems
): void {
  for (const block of blocks) {
    if (block.node.type !== 'list' && block.node.type !== 'blockquote') continue;
    walk(block.node, (inner) => {
      if (inner.type !== 'thematicBreak' || inner.position === undefined) return;
      const first = block.node.position?.start.line ?? 1;
      const line = block.first + inner.position.start.line - first;
      const item = hidden.get(line);
      if (item?.kind !== 'open') return;
      problems.report(
        'directive/nested-in-block',
        source.lineRange(line),
        `This \`:::${item.opening.name}\` is inside a list or a quotation, so it is kept as text.`,
        'Begin the line at the left margin.'
      );
    });
  }
}
