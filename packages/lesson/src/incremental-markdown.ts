/** A text's Markdown blocks, parsed again only where the text has changed since the last time. */

import { parseBlocks, type MarkdownBlock } from './markdown.js';
import type { Memo } from './memo.js';

/** What begins at a cut. A paragraph begins after a blank line; a heading need not. */
type Kind = 'heading' | 'paragraph' | 'end';
/** A line at which the document may be cut. */
interface Cut {
  index: number;
  kind: Kind;
}
/**
 * What is known of the text between two cuts: its blocks, or that the second cut is none (a comment, say, runs on)
 * and how many cuts more have to be passed over. Lines of blocks count from 0.
 */
export type Segment = { blocks: readonly MarkdownBlock[] } | { passes: number };

/**
 * A line that stands for whatever follows a segment. If the parser begins a block at it, everything before it is
 * closed; the blocks that follow are then the same whatever came before, since Markdown has no other state.
 */
const SENTINEL: Readonly<Record<Kind, string>> = { heading: '\n#', paragraph: '\nx', end: '' };

/** Beyond this the parser's time and memory grow faster than the text. */
const LINES_AT_ONCE = 4000;

/** The top-level blocks of `lines`. `isFenced` is asked of an index, and need not be right: it saves vain attempts. */
export function readBlocks(
  lines: readonly string[],
  isFenced: (index: number) => boolean,
  memo: Memo<Segment>
): MarkdownBlock[] {
  return new Reader(lines, findCuts(lines, isFenced), memo).read();
}

function findCuts(lines: readonly string[], isFenced: (index: number) => boolean): Cut[] {
  const cuts: Cut[] = [{ index: 0, kind: 'paragraph' }];
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] as string;
    const kind = /^#{1,6}(?:[ \t]|$)/.test(line)
      ? 'heading'
      : /^\p{L}/u.test(line) && /^[ \t]*$/.test(lines[index - 1] as string)
        ? 'paragraph'
        : null;
    if (kind !== null && !isFenced(index)) cuts.push({ index, kind });
  }
  cuts.push({ index: lines.length, kind: 'end' });
  return cuts;
}

class Reader {
  readonly #result: MarkdownBlock[] = [];

  constructor(
    private readonly lines: readonly string[],
    private readonly cuts: readonly Cut[],
    private readonly memo: Memo<Segment>
  ) {}

  read(): MarkdownBlock[] {
    let at = 0;
    while (at < this.cuts.length - 1) {
      const known = this.#known(at);
      if (known === null) {
        at = this.#parse(at, this.#endOfUnknown(at));
      } else {
        this.#add(known.blocks, at);
        at = known.end;
      }
    }
    return this.#result;
  }

  #cut(number: number): Cut {
    return this.cuts[number] as Cut;
  }

  #text(from: number, to: number): string {
    return this.lines.slice(this.#cut(from).index, this.#cut(to).index).join('\n');
  }

  #key(from: number, to: number): string {
    return `${this.#cut(to).kind} ${this.#text(from, to)}`;
  }

  #known(from: number): { blocks: readonly MarkdownBlock[]; end: number } | null {
    let end = from + 1;
    let segment = this.memo.get(this.#key(from, end));
    if (segment !== undefined && 'passes' in segment) {
      end += segment.passes;
      if (end >= this.cuts.length) return null;
      segment = this.memo.get(this.#key(from, end));
    }
    return segment !== undefined && 'blocks' in segment ? { blocks: segment.blocks, end } : null;
  }

  #endOfUnknown(from: number): number {
    const enough = this.#cut(from).index + LINES_AT_ONCE;
    let end = from + 1;
    while (end < this.cuts.length - 1 && this.#cut(end).index < enough && !this.#known(end)) end++;
    return end;
  }

  /** Parses from one cut to another, or as far beyond as it takes; returns where that is. */
  #parse(from: number, to: number): number {
    const { kind, index } = this.#cut(to);
    const blocks = parseTopLevel(this.#text(from, to) + SENTINEL[kind]);
    const sentinelLine = index - this.#cut(from).index;
    if (kind !== 'end') {
      if (blocks.at(-1)?.first !== sentinelLine) {
        const further = Math.min(this.cuts.length - 1, to + (to - from));
        return this.#parse(from, further);
      }
      blocks.pop();
    }
    this.#keep(blocks, from, to);
    this.#add(blocks, from);
    return to;
  }

  #add(blocks: readonly MarkdownBlock[], from: number): void {
    const { index } = this.#cut(from);
    for (const { node, first, last } of blocks) {
      this.#result.push({ node, first: first + index, last: last + index });
    }
  }

  /** Remembers what was parsed, a segment at a time. */
  #keep(blocks: readonly MarkdownBlock[], from: number, to: number): void {
    const { index } = this.#cut(from);
    const starts = new Set(blocks.map(({ first }) => first + index));
    let next = 0;
    let start = from;
    for (let end = from + 1; end <= to; end++) {
      const cut = this.#cut(end);
      if (end !== to && !starts.has(cut.index)) continue;
      const offset = this.#cut(start).index - index;
      const own: MarkdownBlock[] = [];
      for (let block = blocks[next]; block !== undefined; block = blocks[++next]) {
        if (block.first + index >= cut.index) break;
        own.push({ node: block.node, first: block.first - offset, last: block.last - offset });
      }
      this.memo.set(this.#key(start, end), { blocks: own });
      if (end > start + 1) {
        this.memo.set(this.#key(start, start + 1), { passes: end - start - 1 });
      }
      start = end;
    }
  }
}

function parseTopLevel(text: string): MarkdownBlock[] {
  return parseBlocks(text).children.flatMap((node) => {
    if (node.position === undefined) return [];
    const { start, end } = node.position;
    // A block that swallowed its last line end is said to end at the start of the line after it.
    const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
    return [{ node, first: start.line - 1, last: last - 1 }];
  });
}
