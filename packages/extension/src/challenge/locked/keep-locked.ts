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
  // Before the first block, between two, after the last: new text goes into the first of these that the edit reaches.
  const gaps = starts.map((start, index) => ({ start, end: ends[index] ?? to }));
  const place = gaps.findIndex(({ start, end }) => start <= end);
  return gaps
    .map(({ start, end }, index): Edit => {
      const added = index === place ? insert : '';
      const isOpenEnd = start === text.length && kept.length === index;
      return {
        from: start,
        to: Math.max(start, end),
        insert: isOpenEnd && added !== '' && !text.endsWith('\n') ? `\n${added}` : added
      };
    })
    .filter((edit) => edit.from < edit.to || edit.insert !== '');
}
