/** Python source as nested lists of statements, each with its lines: what a starter and a solution are compared by. */

import { parser } from '@lezer/python';

type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

/** Statements of one block, in order. */
export interface Outline {
  indent: string;
  items: Item[];
  /** Comments and blank lines after the last statement. */
  trailing: string[];
}

export interface Item {
  /** Comments and blank lines before it. */
  leading: string[];
  /** All its lines; `header` are those before its body. */
  lines: string[];
  header: string[];
  /** Of a statement with one indented body; other compound statements are taken whole. */
  body: Outline | null;
  /** Equal where two statements do the same: neither comments, space nor docstrings are in it. */
  key: string;
  headerKey: string;
  node: SyntaxNode;
}

/** `null` where the source does not parse, or puts two statements on a line. */
export function outline(source: string): Outline | null {
  const tree = parser.parse(source);
  const reader = new OutlineReader(source);
  return parses(source)
    ? reader.list(statementsOf(tree.topNode), 0, reader.lines.length, '')
    : null;
}

export function parses(source: string): boolean {
  let sound = true;
  parser.parse(source).iterate({
    enter: ({ type }) => {
      if (type.isError) sound = false;
    }
  });
  return sound;
}

class OutlineReader {
  readonly lines: string[];
  readonly #starts: number[] = [];

  constructor(private readonly source: string) {
    this.lines = source.split('\n');
    let offset = 0;
    for (const line of this.lines) {
      this.#starts.push(offset);
      offset += line.length + 1;
    }
  }

  list(nodes: SyntaxNode[], from: number, to: number, indent: string): Outline | null {
    const items: Item[] = [];
    let cursor = from;
    for (const node of nodes) {
      const first = this.#lineAt(node.from);
      const last = this.#lineAt(endOf(node) - 1);
      if (first < cursor || !this.#startsLine(node.from)) return null;
      const lines = this.lines.slice(first, last + 1);
      const item: Item = {
        leading: this.lines.slice(cursor, first),
        lines,
        header: lines,
        body: null,
        key: skeleton(node, this.source, true),
        headerKey: skeleton(node, this.source, false),
        node
      };
      items.push(item);
      const extent = this.#addBody(item, node, first, last, nodes.at(-1) === node ? to : undefined);
      if (extent === null) return null;
      cursor = extent;
    }
    return { indent, items, trailing: this.lines.slice(cursor, to) };
  }

  /** Reads the body of a compound statement, with the comments at its end; returns the line after it. */
  #addBody(
    item: Item,
    node: SyntaxNode,
    first: number,
    last: number,
    limit = this.lines.length
  ): number | null {
    const body = onlyBody(node);
    const statements = body === null ? [] : statementsOf(body);
    const start = statements[0];
    if (start === undefined || !this.#startsLine(start.from)) return last + 1;
    const firstLine = this.#lineAt(start.from);
    const indent = /^\s*/.exec(this.lines[firstLine] ?? '')?.[0] ?? '';
    let from = firstLine;
    while (from > first + 1 && isTrivia(this.lines[from - 1] ?? '')) from--;
    let to = last + 1;
    for (let line = to; line < limit && isTrivia(this.lines[line] ?? ''); line++) {
      if ((this.lines[line] ?? '').startsWith(`${indent}#`)) to = line + 1;
    }
    item.body = this.list(statements, from, to, indent);
    item.header = this.lines.slice(first, from);
    item.lines = this.lines.slice(first, to);
    return item.body === null ? null : to;
  }

  #startsLine(offset: number): boolean {
    const start = this.#starts[this.#lineAt(offset)] ?? 0;
    return this.source.slice(start, offset).trim() === '';
  }

  #lineAt(offset: number): number {
    return this.#starts.findLastIndex((start) => start <= offset);
  }
}

function isTrivia(line: string): boolean {
  return /^\s*(#|$)/.test(line);
}

function statementsOf(block: SyntaxNode): SyntaxNode[] {
  return childrenOf(block).filter(({ name }) => name !== 'Comment' && name !== ':');
}

/** Where its last token ends: a node may reach over the blank lines and comments after it. */
function endOf(node: SyntaxNode): number {
  const last = childrenOf(node).findLast(({ name, from, to }) => name !== 'Comment' && to > from);
  return last === undefined ? node.to : endOf(last);
}

function onlyBody(node: SyntaxNode): SyntaxNode | null {
  const inner = node.name === 'DecoratedStatement' ? node.lastChild : node;
  const bodies = inner === null ? [] : inner.getChildren('Body');
  return bodies.length === 1 ? (bodies[0] ?? null) : null;
}

/** The syntax tree as text, its leaves with their source, without comments and docstrings. */
function skeleton(node: SyntaxNode, source: string, withBody: boolean): string {
  if (node.name === 'Comment' || isDocstring(node)) return '';
  if (node.name === 'Body' && !withBody) return '';
  const children = childrenOf(node);
  if (children.length === 0) return source.slice(node.from, node.to);
  const inner = children.map((child) => skeleton(child, source, withBody)).filter(Boolean);
  return `(${node.name} ${inner.join('\u0000')})`;
}

export function isDocstring(node: SyntaxNode): boolean {
  if (node.name !== 'ExpressionStatement' || node.firstChild?.name !== 'String') return false;
  const owner = node.parent?.parent?.name ?? '';
  const first = node.parent === null ? undefined : statementsOf(node.parent)[0];
  return /^(Function|Class)Definition$/.test(owner) && first?.from === node.from;
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}
