/** The challenges section: cut at its `### Challenge: …` headings, each piece read as one challenge. */

import { readChallenge, type Piece } from './challenge.js';
import { findDeepNesting } from './deep-nesting.js';
import { readDirectiveLine } from './directive-syntax.js';
import { readBlocks } from './incremental-markdown.js';
import { definitionsIn, Inlines, type Definitions } from './inlines.js';
import type { Challenge, ProseBlock, LessonDefaults } from './lesson.js';
import type { MarkdownBlock } from './markdown.js';
import type { ParserMemory } from './parser-memory.js';
import { DIRECTIVES } from './directives.js';
import type { Problems } from './problems.js';
import type { Sections } from './challenges-marker.js';
import type { SourceText } from './source-text.js';

export interface ChallengesSection {
  challenges: Challenge[];
  /** Text that belongs to no challenge: it is shown at the end of the body. */
  stray: ProseBlock[];
}

const HEADING = /^challenge(?:\s+\d+)?\s*:\s*(.*)$/is;

export function readChallenges(
  source: SourceText,
  sections: Sections,
  defaults: LessonDefaults,
  memory: ParserMemory,
  problems: Problems
): ChallengesSection {
  const firstLine = sections.challengesFirst;
  const lines = source.lines.slice(firstLine - 1);
  const section: ChallengesSection = { challenges: [], stray: [] };
  if (lines.every((line) => line.trim() === '')) return section;
  reportDirectives(source, sections, problems);

  const ids = new Set<string>();
  const blocks = readSection(source, sections, memory, problems);
  for (const piece of cut(blocks, source, firstLine, new Inlines(memory.inlines))) {
    if (piece.title !== null) {
      section.challenges.push(readChallenge(source, piece, piece.title, defaults, ids, problems));
      continue;
    }
    const stray = strayProse(source, piece);
    if (stray === null) continue;
    problems.report(
      'challenges/stray-content',
      stray.range,
      'This text belongs to no challenge; it is shown at the end of the lesson.',
      'Put it before the line `---challenges---`, or under a heading `### Challenge: title`.'
    );
    section.stray.push(stray);
  }
  return section;
}

/** The blocks of the section; what is nested too deeply is one of them, without its contents. */
function readSection(
  source: SourceText,
  { challengesFirst, fences }: Sections,
  memory: ParserMemory,
  problems: Problems
): MarkdownBlock[] {
  const lines = source.lines.slice(challengesFirst - 1);
  const deep = findDeepNesting(source, challengesFirst, source.lines.length, fences, problems);
  const covered = new Map(deep.map((stretch) => [stretch.first, stretch]));
  for (const { first, last } of deep) {
    for (let line = first; line <= last; line++) lines[line - challengesFirst] = '';
    lines[first - challengesFirst] = '***';
  }
  const isFenced = (index: number): boolean => fences.openedAt[index + challengesFirst] !== 0;
  return readBlocks(lines, isFenced, memory.segments).map((block) => {
    const [first, last] = [block.first + challengesFirst, block.last + challengesFirst];
    const stretch = block.node.type === 'thematicBreak' ? covered.get(first) : undefined;
    if (stretch === undefined) return { node: block.node, first, last };
    return { node: { type: 'paragraph', children: [] }, first, last: stretch.last };
  });
}

/** A heading of depth 1 to 3 begins a new piece; one that does not name a challenge begins stray text. */
function cut(
  blocks: MarkdownBlock[],
  source: SourceText,
  firstLine: number,
  inlines: Inlines
): Piece[] {
  const lastLine = source.lines.length;
  let definitions: Definitions | undefined;
  let piece: Piece = { title: null, heading: null, first: firstLine, last: lastLine, blocks: [] };
  const pieces = [piece];
  for (const block of blocks) {
    const { node, first, last } = block;
    if (node.type === 'heading' && node.depth <= 3) {
      const markdown = source.linesText(first, last);
      const text = inlines.headingText(
        node,
        markdown,
        () => (definitions ??= definitionsIn(blocks))
      );
      const title = node.depth === 3 ? (HEADING.exec(text)?.[1] ?? null) : null;
      piece.last = first - 1;
      const heading = { depth: node.depth, text };
      piece = { title, heading, first, last: lastLine, blocks: [] };
      pieces.push(piece);
    }
    piece.blocks.push(block);
  }
  return pieces;
}

function strayProse(source: SourceText, piece: Piece): ProseBlock | null {
  const extent = source.trim(piece.first, piece.last);
  if (extent === null) return null;
  return {
    kind: 'prose',
    markdown: source.linesText(...extent),
    heading: piece.heading,
    range: source.lineRange(...extent)
  };
}

function reportDirectives(source: SourceText, sections: Sections, problems: Problems): void {
  for (let line = sections.challengesFirst; line <= source.lines.length; line++) {
    if (sections.fences.openedAt[line] !== 0) continue;
    const read = readDirectiveLine(source.line(line));
    if (read?.kind !== 'open' || !(DIRECTIVES as readonly string[]).includes(read.opening.name)) {
      continue;
    }
    problems.report(
      'directive/in-challenge',
      source.lineRange(line),
      `\`:::${read.opening.name}\` has no meaning in the challenges section; it is kept as text.`,
      'Put it before the line `---challenges---`.'
    );
  }
}
