/** Python to a syntax tree, with two things that the grammar (1.1) does not know rewritten first, at the same length. */

import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';

export interface PythonTree {
  /** Its offsets are those of the source; where it was rewritten, its nodes are others. */
  tree: Tree;
  /** Where an `as` of a `with` was rewritten as `or`: what follows is its target. */
  targets: ReadonlySet<number>;
}

const QUOTED = new Set(['String', 'FormatString', 'ContinuedString', 'Comment']);
/** Far more template strings than a cell has. */
const MOST_REWRITES = 50;

export function parsePython(source: string): PythonTree {
  const tree = parser.parse(source);
  if (!hasError(tree)) return { tree, targets: new Set() };
  const formatted = withFormatStrings(source, tree);
  return withTargetsAsOperands(formatted.text, formatted.tree);
}

function hasError(tree: Tree): boolean {
  let found = false;
  tree.iterate({
    enter: ({ type }) => {
      found ||= type.isError;
      return !found;
    }
  });
  return found;
}

/** A template string, `t"…"` (Python 3.14), is written like a format string. A name before a quote is nothing else. */
function withFormatStrings(source: string, tree: Tree): { text: string; tree: Tree } {
  let text = source;
  for (let count = 0; count < MOST_REWRITES; count++) {
    const at = firstTemplate(text, tree);
    if (at === null) break;
    const prefix = text.slice(at.from, at.to).replace(/t/i, 'f');
    text = text.slice(0, at.from) + prefix + text.slice(at.to);
    tree = parser.parse(text);
  }
  return { text, tree };
}

function firstTemplate(text: string, tree: Tree): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null;
  tree.iterate({
    enter: ({ name, type, from, to }) => {
      if (found !== null) return false;
      const isPrefix =
        (name === 'VariableName' || type.isError) && to - from <= 2 && /["']/.test(text[to] ?? '');
      if (isPrefix && /^(?:t|tr|rt)$/i.test(text.slice(from, to))) found = { from, to };
      return;
    }
  });
  return found;
}

/**
 * `with (a as b, c as d):` and `with a as (b, c):`. With `or` in the place of `as` they are expressions, whose right
 * operands are the targets. If that does not parse either, the tree of what was written tells why.
 */
function withTargetsAsOperands(text: string, tree: Tree): PythonTree {
  const targets = new Set<number>();
  for (const { index } of text.matchAll(/\bwith\b/g)) {
    if (!isQuoted(tree, index)) for (const at of asWords(text, tree, index + 4)) targets.add(at);
  }
  const unchanged = { tree, targets: new Set<number>() };
  if (targets.size === 0) return unchanged;
  const letters = text.split('');
  for (const at of targets) letters.splice(at, 2, 'o', 'r');
  const rewritten = parser.parse(letters.join(''));
  const areTargets = [...targets].every((at) => isTarget(rewritten, at, targets));
  return areTargets ? { tree: rewritten, targets } : unchanged;
}

/** Where `as` stands between `with` and the colon that ends its line. */
function asWords(text: string, tree: Tree, from: number): number[] {
  const found: number[] = [];
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at] as string;
    if (/["'#]/.test(character)) {
      at = Math.max(at, quoteEnd(tree, at) - 1);
    } else if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    else if (depth === 0 && (character === ':' || character === '\n')) break;
    else if (/^\Was\W/.test(text.slice(at - 1, at + 3))) found.push(at);
  }
  return found;
}

function isQuoted(tree: Tree, at: number): boolean {
  return quoteEnd(tree, at) > at;
}

/** The end of the string or comment around `at`, or `at` itself. */
function quoteEnd(tree: Tree, at: number): number {
  let end = at;
  for (let node: SyntaxNode | null = tree.resolveInner(at, 1); node; node = node.parent) {
    if (QUOTED.has(node.name)) end = node.to;
  }
  return end;
}

/** Whether the `or` at this offset is an operand's in the head of a `with`, and what follows it can be assigned to. */
function isTarget(tree: Tree, at: number, targets: ReadonlySet<number>): boolean {
  const operation = tree.resolveInner(at, 1).parent;
  if (operation?.name !== 'BinaryExpression' || !canBeTarget(operation.lastChild)) return false;
  // `a as b as c`.
  const before = operation.firstChild?.getChild('or')?.from;
  if (before !== undefined && targets.has(before)) return false;
  // `not a as b` and `a if b else c as d`: the operation is the last part of a larger one.
  let item = operation;
  while (
    item.parent?.name === 'UnaryExpression' ||
    (item.parent?.name === 'ConditionalExpression' && item.prevSibling?.name === 'else')
  ) {
    item = item.parent;
  }
  const around = item.parent;
  const isList = around?.name === 'TupleExpression' || around?.name === 'ParenthesizedExpression';
  return (isList ? around.parent : around)?.name === 'WithStatement';
}

function canBeTarget(node: SyntaxNode | null): boolean {
  if (node === null) return false;
  switch (node.name) {
    case 'VariableName':
    case 'MemberExpression':
      return true;
    case 'TupleExpression':
    case 'ArrayExpression':
    case 'ParenthesizedExpression': {
      for (let child = node.firstChild; child; child = child.nextSibling) {
        if (!/^[()[\],*]$|^Comment$/.test(child.name) && !canBeTarget(child)) return false;
      }
      return true;
    }
    default:
      return false;
  }
}
