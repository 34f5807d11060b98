/** Where the locked lines of a starter stand in an answer. */

import { lockedLines } from '@lectern/lesson/python';

/** Whole lines, the two markers included: offsets of their first character, and of their end without its line break. */
export interface Block {
  from: number;
  to: number;
  /** Numbers of its lines, from 1. */
  first: number;
  last: number;
}

/** A block that is not there, or not as it was, is nobody's to keep: it can only be put right. */
export function lockedBlocks(answer: string, starter: string): Block[] {
  const lines = answer.split('\n');
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  const blocks: Block[] = [];
  let next = 0;
  for (const block of blocksOf(starter)) {
    const at = indexOfLines(lines, block, next);
    if (at === -1) continue;
    next = at + block.length;
    const from = starts[at] ?? 0;
    const to = (starts[next - 1] ?? 0) + (lines[next - 1]?.length ?? 0);
    blocks.push({ from, to, first: at + 1, last: next });
  }
  return blocks;
}

/** Each with its markers. */
function blocksOf(starter: string): string[][] {
  const lines = starter.split(/\r\n?|\n/);
  return lockedLines(starter).regions.map(({ first, lines: { length } }) =>
    lines.slice(first - 2, first + length)
  );
}

function indexOfLines(lines: readonly string[], block: readonly string[], from: number): number {
  for (let at = from; at + block.length <= lines.length; at++) {
    if (block.every((line, index) => lines[at + index]?.trimEnd() === line.trimEnd())) return at;
  }
  return -1;
}
