/** The challenges section: cut at its `### Challenge: …` headings, each piece read as one challenge. */

import { readChallenge, type Piece } from './challenge.js';
import { readDirectiveLine } from './directive-syntax.js';
import type { Challenge, ProseBlock, LessonDefaults } from './lesson.js';
import { parseMarkdown, plainText, type MarkdownBlock } from './markdown.js';
import { DIRECTIVES } from './directives.js';
import type { Problems } from './problems.js';
import type { Sections } from './challenges-marker.js';
import type { SourceText } from './source-text.js';

export interface ChallengesSection {
  challenges: Challenge[];
  /** Text that belongs to no challenge: it is shown at the end of the body. */
  stray: ProseBlock[];
}

const HEADING = /^challenge(?:\s+\d+)?\s*:\s*(.*)$/i;

export function readChallenges(
  source: SourceText,
  sections: Sections,
  defaults: LessonDefaults,
  problems: Problems
): ChallengesSection {
  const firstLine = sections.challengesFirst;
  const lines = source.lines.slice(firstLine - 1);
  const section: ChallengesSection = { challenges: [], stray: [] };
  if (lines.every((line) => line.trim() === '')) return section;
  reportDirectives(source, sections, problems);

  const ids = new Set<string>();
  const pieces = cut(parseMarkdown(lines, firstLine), firstLine, source.lines.length);
  for (const piece of pieces) {
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

/** A heading of depth 1 to 3 begins a new piece; one that does not name a challenge begins stray text. */
function cut(blocks: MarkdownBlock[], firstLine: number, lastLine: number): Piece[] {
  let piece: Piece = { title: null, heading: null, first: firstLine, last: lastLine, blocks: [] };
  const pieces = [piece];
  for (const block of blocks) {
    const { node } = block;
    if (node.type === 'heading' && node.depth <= 3) {
      const text = plainText(node);
      const title = node.depth === 3 ? (HEADING.exec(text)?.[1] ?? null) : null;
      piece.last = block.first - 1;
      piece = { title, heading: text, first: block.first, last: lastLine, blocks: [] };
      pieces.push(piece);
    }
    piece.blocks.push(block);
  }
  return pieces;
}

function strayProse(source: SourceText, piece: Piece): ProseBlock | null {
  const extent = source.trim(piece.first, piece.last);
  if (extent === null) return null;
  const node = piece.heading === null ? undefined : piece.blocks[0]?.node;
  return {
    kind: 'prose',
    markdown: source.linesText(...extent),
    heading: node?.type === 'heading' ? { depth: node.depth, text: plainText(node) } : null,
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
