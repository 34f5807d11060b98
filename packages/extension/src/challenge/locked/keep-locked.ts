/** What of an edit may happen where some lines are locked. */

import { lockedBlocks, type Block } from './blocks.js';

export interface Edit {
  from: number;
  to: number;
  insert: string;
}

/**
 * `edits` themselves where they leave the locked lines of `starter` whole; else those parts of them that lie outside,
 * so that a paste over everything replaces everything else.
 */
export function keepLocked(text: string, edits: readonly Edit[], starter: string): readonly Edit[] {
  const blocks = lockedBlocks(text, starter);
  const keepsAll = (some: readonly Edit[]): boolean =>
    lockedBlocks(applied(text, some), starter).length >= blocks.length;
  if (blocks.length === 0 || keepsAll(edits)) return edits;
  const outside = edits.flatMap((edit) => outsideOf(edit, text, blocks));
  return keepsAll(outside) ? outside : [];
}

export function applied(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, insert } of edits) {
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}

/** The edit without what it would do to the blocks, and to the line breaks that set them apart. */
function outsideOf({ from, to, insert }: Edit, text: string, blocks: readonly Block[]): Edit[] {
  const kept = blocks
    .map((block) => ({
      from: block.from - 1,
      to: Math.min(text.length, block.to + 1)
    }))
    .filter((block) => block.from < to && block.to > from);
  const [first] = kept;
  const last = kept.at(-1);
  // Text put at an edge of a block, that would run into its line.
  if (first === undefined || last === undefined) return [];
  const starts = [from, ...kept.map((block) => block.to)];
  const ends = [...kept.map((block) => block.from), to];
  const pieces = starts.map((start, index): Edit => {
    const end = ends[index] ?? to;
    return { from: start, to: Math.max(start, end), insert: '' };
  });
  return withText(
    pieces,
    insert,
    { before: from <= first.from, after: to >= last.to },
    text
  ).filter((edit) => edit.from < edit.to || edit.insert !== '');
}

/** New text goes where the replaced text began, or else where it ended; inside a block there is no place for it. */
function withText(
  pieces: Edit[],
  insert: string,
  side: { before: boolean; after: boolean },
  text: string
): Edit[] {
  const [piece, place] = side.before ? [pieces[0], 0] : [pieces.at(-1), pieces.length - 1];
  if (piece === undefined || !(side.before || side.after)) return pieces;
  const atOpenEnd = !side.before && piece.from === text.length && !text.endsWith('\n');
  const placed = { ...piece, insert: atOpenEnd && insert !== '' ? `\n${insert}` : insert };
  return pieces.with(place, placed);
}
