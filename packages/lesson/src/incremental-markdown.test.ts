/** Whatever is remembered, and wherever the text is cut: the blocks are those of one parse of the whole. */

import fc from 'fast-check';
import type { ListItem, Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { line, text } from './any-text.testing.js';
import { readBlocks, type Segment } from './incremental-markdown.js';
import { parseBlocks, parseWhole, type MarkdownBlock } from './markdown.js';
import { Memo } from './memo.js';

const lines = fc.array(line, { maxLength: 40 });
const neverFenced = (): boolean => false;

/** All of a block but the text in it, with lines counted from `origin`. */
function shape(node: Nodes, origin: number): unknown {
  const { type, position, ...rest } = node;
  const own = Object.entries(rest).filter(([key]) => key !== 'children' && key !== 'data');
  const hasText = ['paragraph', 'heading', 'tableCell'].includes(type);
  const point = ({ line, column }: { line: number; column: number }): string =>
    `${line - origin}:${column}`;
  return {
    type,
    at: position && `${point(position.start)}-${point(position.end)}`,
    own: Object.fromEntries(own),
    children:
      'children' in node && !hasText
        ? node.children.map((child) =>
            shape(node.type === 'listItem' ? unplaced(node, child) : child, origin)
          )
        : []
  };
}

/** After a check box, remark places a paragraph by what its text begins with; nothing depends on it. */
function unplaced({ checked }: ListItem, child: Nodes): Nodes {
  return checked == null || child.type !== 'paragraph' ? child : { ...child, position: undefined };
}

const shapes = (blocks: readonly MarkdownBlock[]): unknown[] =>
  blocks.map(({ node, first, last }) => ({
    first,
    last,
    node: shape(node, (node.position?.start.line ?? 0) - first)
  }));

function wholeShapes(source: readonly string[]): unknown[] {
  return parseWhole(source.join('\n')).children.map((node) => shape(node, 1));
}

describe('the blocks of a text', () => {
  it('are those that remark finds, text in them left as it is', () => {
    fc.assert(
      fc.property(text, (source) => {
        const normal = source.replace(/\r\n?/g, '\n');
        const blocks = parseBlocks(normal).children.map((node) => shape(node, 1));
        expect(blocks).toEqual(wholeShapes(normal.split('\n')));
      }),
      { numRuns: 500 }
    );
  });

  it('are the same where the text is cut', () => {
    fc.assert(
      fc.property(lines, (source) => {
        const blocks = readBlocks(source, neverFenced, new Memo<Segment>());
        expect(shapes(blocks).map((block) => (block as { node: unknown }).node)).toEqual(
          wholeShapes(source)
        );
      }),
      { numRuns: 500 }
    );
  });

  it('are the same after any edits, with what is remembered', () => {
    const edit = fc.record({
      at: fc.nat(40),
      remove: fc.nat(3),
      insert: fc.array(line, { maxLength: 3 })
    });
    fc.assert(
      fc.property(lines, fc.array(edit, { maxLength: 8 }), (source, edits) => {
        const memo = new Memo<Segment>();
        readBlocks(source, neverFenced, memo);
        for (const { at, remove, insert } of edits) {
          source.splice(Math.min(at, source.length), remove, ...insert);
          memo.age();
          const blocks = readBlocks(source, neverFenced, memo);
          const cold = readBlocks(source, neverFenced, new Memo<Segment>());
          expect(shapes(blocks)).toEqual(shapes(cold));
        }
      }),
      { numRuns: 500 }
    );
  });

  it('are the same where a text is too long to be parsed at once', () => {
    const section = ['# Heading', '', 'Text', '', '- item', '', '  ```', '  # code', '  ```', ''];
    const source = Array.from({ length: 1200 }, () => section).flat();
    source.splice(3990, 0, '<!--', '');
    source.splice(9000, 0, '', '-->', '');
    const blocks = readBlocks(source, neverFenced, new Memo<Segment>());
    expect(shapes(blocks).map((block) => (block as { node: unknown }).node)).toEqual(
      wholeShapes(source)
    );
  });
});

describe('what is remembered', () => {
  /** How many characters are parsed when `next` follows `before`. */
  function work(before: string[], next: string[]): number {
    const memo = new Memo<Segment>();
    readBlocks(before, neverFenced, memo);
    memo.age();
    let characters = 0;
    const set = memo.set.bind(memo);
    memo.set = (key, value) => {
      characters += key.length;
      set(key, value);
    };
    readBlocks(next, neverFenced, memo);
    return characters;
  }
  const sections = Array.from({ length: 200 }, (_, index) => [
    `# Heading ${index}`,
    '',
    `Text of ${index}.`,
    '',
    '```python',
    '# a comment',
    '',
    'x = 1',
    '```',
    ''
  ]);

  it('is not parsed again', () => {
    expect(work(sections.flat(), sections.flat())).toBe(0);
  });

  it('is all but the section that was edited', () => {
    const next = sections.flat();
    next[1002] += ' More.';
    const characters = work(sections.flat(), next);
    expect(characters).toBeGreaterThan(0);
    expect(characters).toBeLessThan(300);
  });

  it('is all but the section that was put in, at the start too', () => {
    const characters = work(sections.flat(), ['# New', '', ...sections.flat()]);
    expect(characters).toBeLessThan(100);
  });
});
