/** Where each name stands in an answer, and whether it gets a value there. */

import type { SyntaxNode } from '@lezer/common';
import { parsePython } from '@lectern/lesson/python';

export interface NameUse {
  line: number;
  /** The innermost function around it, `null` at the top level. A parameter stands in its function. */
  function: string | null;
  isBound: boolean;
  /** `x: int` without a value. */
  isAnnotated: boolean;
}

export type NameUses = ReadonlyMap<string, NameUse[]>;

export function nameUsesIn(source: string): NameUses {
  const uses = new Map<string, NameUse[]>();
  let line = 1;
  let at = 0;
  parsePython(source).tree.iterate({
    enter: ({ name, node, from, to }) => {
      if (name !== 'VariableName') return;
      for (; at < from; at++) if (source[at] === '\n') line++;
      const text = source.slice(from, to);
      const found = uses.get(text) ?? [];
      found.push({ line, function: functionAround(node, source), ...binding(node) });
      uses.set(text, found);
    }
  });
  return uses;
}

function functionAround(node: SyntaxNode, source: string): string | null {
  for (
    let inner = node, around = node.parent;
    around !== null;
    inner = around, around = around.parent
  ) {
    if (around.name !== 'FunctionDefinition') continue;
    // The function's own name, its decorators and its type stand outside of it.
    if (inner.name !== 'Body' && inner.name !== 'ParamList') continue;
    const name = around.getChild('VariableName');
    return name === null ? null : source.slice(name.from, name.to);
  }
  return null;
}

function binding(node: SyntaxNode): Pick<NameUse, 'isBound' | 'isAnnotated'> {
  let target = node;
  while (/^(?:Tuple|Array|Parenthesized)Expression$/.test(target.parent?.name ?? '')) {
    target = target.parent as SyntaxNode;
  }
  const { parent } = target;
  const isAnnotated = parent?.name === 'AssignStatement' && parent.getChild('AssignOp') === null;
  return { isBound: binds(target, parent), isAnnotated: isAnnotated && node.prevSibling === null };
}

function binds(target: SyntaxNode, parent: SyntaxNode | null): boolean {
  switch (parent?.name) {
    case 'AssignStatement':
      return hasLater(target, 'AssignOp');
    case 'ForStatement':
      return hasLater(target, 'in');
    case 'FunctionDefinition':
    case 'ClassDefinition':
    case 'NamedExpression':
      return target.prevSibling === null || /^(?:def|class)$/.test(target.prevSibling.name);
    case 'ParamList':
      return target.prevSibling?.name !== 'AssignOp';
    case 'ImportStatement':
    case 'CapturePattern':
      return true;
    case 'WithStatement':
    case 'TryStatement':
      return target.prevSibling?.name === 'as';
    default:
      return false;
  }
}

function hasLater(node: SyntaxNode, name: string): boolean {
  for (let next = node.nextSibling; next !== null; next = next.nextSibling) {
    if (next.name === name) return true;
  }
  return false;
}
