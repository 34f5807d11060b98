/** What each word of `forbid` and `require` that means a kind of syntax is in the syntax tree. */

import type { SyntaxNode } from '@lezer/common';
import type { PythonTree, SyntaxWord } from '@lectern/lesson/python';

export interface Program extends PythonTree {
  source: string;
}

type Matcher = (node: SyntaxNode, program: Program) => boolean;

const COMPREHENSIONS = {
  'list-comprehension': 'ArrayComprehensionExpression',
  'set-comprehension': 'SetComprehensionExpression',
  'dict-comprehension': 'DictionaryComprehensionExpression',
  'generator-expression': 'ComprehensionExpression'
} as const;

const isGenerator: Matcher = (node) =>
  node.name === COMPREHENSIONS['generator-expression'] ||
  // `sum(x for x in y)`: the grammar puts the comprehension's parts directly into the list.
  (node.name === 'ArgList' && node.getChild('for') !== null);

const isComprehension: Matcher = (node, program) =>
  (Object.values(COMPREHENSIONS) as string[]).includes(node.name) || isGenerator(node, program);

const MATCHERS: Record<SyntaxWord, Matcher> = {
  for: named('ForStatement'),
  while: named('WhileStatement'),
  loop: named('ForStatement', 'WhileStatement'),
  if: named('IfStatement'),
  elif: named('elif'),
  else: (node) => node.name === 'else' && node.parent?.name !== 'ConditionalExpression',
  match: named('MatchStatement'),
  ternary: named('ConditionalExpression'),
  break: named('BreakStatement'),
  continue: named('ContinueStatement'),
  pass: named('PassStatement'),
  def: named('FunctionDefinition'),
  lambda: named('LambdaExpression'),
  class: named('ClassDefinition'),
  return: named('ReturnStatement'),
  yield: named('YieldStatement', 'YieldExpression'),
  async: named('async'),
  await: named('AwaitExpression'),
  decorator: named('Decorator'),
  recursion: isRecursiveCall,
  global: named('global'),
  nonlocal: named('nonlocal'),
  import: named('ImportStatement'),
  try: named('TryStatement'),
  except: named('except'),
  finally: named('finally'),
  raise: named('RaiseStatement'),
  assert: named('AssertStatement'),
  with: named('WithStatement'),
  del: named('DeleteStatement'),
  walrus: named('NamedExpression'),
  comprehension: isComprehension,
  'list-comprehension': named(COMPREHENSIONS['list-comprehension']),
  'set-comprehension': named(COMPREHENSIONS['set-comprehension']),
  'dict-comprehension': named(COMPREHENSIONS['dict-comprehension']),
  'generator-expression': isGenerator,
  'f-string': named('FormatString'),
  slice: (node) => node.name === ':' && node.parent?.name === 'MemberExpression',
  starred: (node) =>
    /^\*\*?$/.test(node.name) &&
    // `def f(a, *, b)` marks where keyword parameters begin.
    node.nextSibling?.name !== ',' &&
    !/^(?:ArithOp|ImportStatement|TryStatement)$/.test(node.parent?.name ?? ''),
  and: operator('and'),
  or: operator('or'),
  not: (node) => node.name === 'not' && node.parent?.name === 'UnaryExpression',
  in: operator('in'),
  is: operator('is')
};

export function isOfKind(word: SyntaxWord, node: SyntaxNode, program: Program): boolean {
  return MATCHERS[word](node, program);
}

/** `+` in `a + b`, `-a` or `a += b`. */
export function isOperator(symbol: string, node: SyntaxNode, { source }: Program): boolean {
  const text = source.slice(node.from, node.to);
  if (/^(?:Arith|Bit|Compare)Op$/.test(node.name)) return text === symbol;
  return node.name === 'UpdateOp' && text === `${symbol}=`;
}

function named(...names: string[]): Matcher {
  return (node) => names.includes(node.name);
}

/** In an expression: the `in` of a loop, and the `as` that was rewritten as `or`, are none. */
function operator(word: string): Matcher {
  return (node, { targets }) =>
    node.name === word && node.parent?.name === 'BinaryExpression' && !targets.has(node.from);
}

/** A call of `f` inside `f`, or of `self.f` or `cls.f` inside a method `f`. */
function isRecursiveCall(node: SyntaxNode, { source }: Program): boolean {
  if (node.name !== 'CallExpression') return false;
  const callee = source.slice(node.firstChild?.from, node.firstChild?.to);
  const name = /^(?:(?:self|cls)\s*\.\s*)?(\w+)$/u.exec(callee)?.[1];
  if (name === undefined) return false;
  for (let around = node.parent; around !== null; around = around.parent) {
    if (around.name !== 'Body' || around.parent?.name !== 'FunctionDefinition') continue;
    const defined = around.parent.getChild('VariableName');
    if (defined !== null && source.slice(defined.from, defined.to) === name) return true;
  }
  return false;
}
