/** Whether a tree is one of valid Python: the parser's own errors, and a few that its grammar lets through or makes up. */

import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';

export interface SyntaxProblem {
  message: string;
  offset: number;
}

/** The first problem in the text, or `null`. */
export function findSyntaxError(tree: Tree, source: string): SyntaxProblem | null {
  let found: SyntaxProblem | null = null;
  tree.iterate({
    enter: (ref) => {
      if (found !== null) return false;
      const message = problemOf(ref, source);
      if (message !== null) found = { message, offset: ref.from };
      return;
    }
  });
  return found;
}

function problemOf(ref: SyntaxNodeRef, source: string): string | null {
  if (ref.type.isError) return isKnownGap(ref.node, source) ? null : 'does not parse';
  switch (ref.name) {
    case 'PrintStatement':
      return 'uses `print` as Python 2 did';
    case 'AssignStatement':
      return assignsToExpression(ref.node) ? 'assigns to something that is not a name' : null;
    case 'ReturnStatement':
    case 'YieldStatement':
      return isInside(ref.node, ['FunctionDefinition'], ['ClassDefinition'])
        ? null
        : `has \`${ref.name === 'ReturnStatement' ? 'return' : 'yield'}\` outside a function`;
    case 'BreakStatement':
    case 'ContinueStatement':
      return isInside(
        ref.node,
        ['ForStatement', 'WhileStatement'],
        ['FunctionDefinition', 'ClassDefinition']
      )
        ? null
        : `has \`${ref.name === 'BreakStatement' ? 'break' : 'continue'}\` outside a loop`;
    default:
      return null;
  }
}

/** A bare `(yield)` is valid Python that the grammar (1.1) marks as an error and recovers from. */
function isKnownGap(error: SyntaxNode, source: string): boolean {
  const text = source.slice(error.from, error.to).trim();
  return error.parent?.name === 'YieldExpression' && text === '';
}

const TARGETS = new Set([
  'VariableName',
  'MemberExpression',
  'TupleExpression',
  'ArrayExpression',
  'ParenthesizedExpression',
  'TypeDef',
  ',',
  '*'
]);

/** `f(x) = 3`: mathematics, not Python. */
function assignsToExpression(node: SyntaxNode): boolean {
  let remaining = node.getChildren('AssignOp').length;
  for (let child = node.firstChild; child && remaining > 0; child = child.nextSibling) {
    if (child.name === 'AssignOp') remaining--;
    else if (!TARGETS.has(child.name) && child.name !== 'Comment') return true;
  }
  return false;
}

function isInside(node: SyntaxNode, wanted: string[], barriers: string[]): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (wanted.includes(parent.name)) return true;
    if (barriers.includes(parent.name)) return false;
  }
  return false;
}
