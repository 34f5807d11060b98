import { describe, expect, it } from 'vitest';
import { BUILTINS, isSyntaxWord, OPERATORS, type SyntaxWord } from '@lectern/lesson/python';
import { english, sayIn } from '../messages/messages.js';
import { syntaxCheck } from './syntax.js';

/** The line on which `word` is found. */
function lineOf(word: string, source: string): number | null {
  return syntaxCheck(source, sayIn(english))(`require ${word}`).line ?? null;
}
function isForbidden(word: string, source: string): boolean {
  return syntaxCheck(source, sayIn(english))(`forbid ${word}`).status === 'failed';
}

/** For each word, programs that use it, and some that only look like it. */
const KINDS: Record<SyntaxWord, { uses: string[]; not?: string[] }> = {
  for: {
    uses: ['for x in y: pass', 'async def f():\n    async for x in y: pass'],
    not: ['[x for x in y]', '"for x in y"', '# for x in y: pass', 'format(x)']
  },
  while: { uses: ['while x: pass'], not: ['"""while x: pass"""'] },
  loop: { uses: ['for x in y: pass', 'while x: pass'], not: ['[x for x in y]', 'loop()'] },
  if: { uses: ['if x: pass'], not: ['a if b else c', '[x for x in y if x]'] },
  elif: { uses: ['if x: pass\nelif y: pass'], not: ['if x: pass\nelse: pass'] },
  else: {
    uses: ['if x: pass\nelse: pass', 'for x in y: pass\nelse: pass', 'while x: pass\nelse: pass'],
    not: ['a if b else c']
  },
  match: { uses: ['match x:\n    case 1: pass'], not: ['match(x)', 'match = 1', 're.match(a, b)'] },
  ternary: { uses: ['x = a if b else c', 'print(a if b else c)'], not: ['if a: b\nelse: c'] },
  break: { uses: ['while x: break'] },
  continue: { uses: ['while x: continue'] },
  pass: { uses: ['def f(): pass'], not: ['def f(): ...'] },
  def: {
    uses: ['def f(): pass', 'async def f(): pass', 'class A:\n    def m(self): pass'],
    not: ['lambda: 1']
  },
  lambda: { uses: ['f = lambda x: x', 'sorted(x, key=lambda y: y)'], not: ['def f(): pass'] },
  class: { uses: ['class A: pass'], not: ['type("A", (), {})'] },
  return: { uses: ['def f(): return', 'def f():\n    return 1'] },
  yield: { uses: ['def f(): yield 1', 'def f():\n    x = yield', 'def f(): yield from x'] },
  async: {
    uses: ['async def f(): pass', 'async def f():\n    async with x: pass', '[x async for x in y]'],
    not: ['import asyncio']
  },
  await: { uses: ['async def f(): await g()', 'await x'] },
  decorator: { uses: ['@d\ndef f(): pass', '@a.b(1)\nclass A: pass'], not: ['a @ b'] },
  recursion: {
    uses: [
      'def f(n): return f(n - 1)',
      'def f(n):\n    def g(): return f(n)\n    return g()',
      'class A:\n    def m(self): return self.m()',
      'class A:\n    @classmethod\n    def m(cls): return cls . m()'
    ],
    not: [
      'def f(n): return g(n)',
      'f(3)',
      'def f(): pass\nf()',
      'def f(): return f',
      'def m(self): return other.m()'
    ]
  },
  global: { uses: ['def f():\n    global x'], not: ['globals()', 'def f():\n    nonlocal x'] },
  nonlocal: { uses: ['def f():\n    nonlocal x'] },
  import: {
    uses: ['import a', 'from a import b', 'def f():\n    import a'],
    not: ['__import__("a")']
  },
  try: { uses: ['try: x\nexcept E: y', 'try: x\nfinally: y'] },
  except: { uses: ['try: x\nexcept E: y', 'try: x\nexcept* E: y'], not: ['try: x\nfinally: y'] },
  finally: { uses: ['try: x\nfinally: y'], not: ['try: x\nexcept E: y'] },
  raise: { uses: ['raise', 'raise E from x'] },
  assert: { uses: ['assert x'], not: ['self.assertEqual(1, 2)'] },
  with: { uses: ['with a as b: pass', 'with (a as b, c as d): pass'] },
  del: { uses: ['del x', 'del x[0]'] },
  walrus: { uses: ['if (n := f()): pass'], not: ['n = f()', 'a[1:2]', 'def f(x: int = 3): pass'] },
  comprehension: {
    uses: [
      '[x for x in y]',
      '{x for x in y}',
      '{x: 1 for x in y}',
      '(x for x in y)',
      'sum(x for x in y)'
    ],
    not: ['for x in y: pass', '[1, 2]', 'list(y)']
  },
  'list-comprehension': { uses: ['[x for x in y]'], not: ['{x for x in y}', 'list(x for x in y)'] },
  'set-comprehension': { uses: ['{x for x in y}'], not: ['{x: 1 for x in y}', '{1, 2}'] },
  'dict-comprehension': { uses: ['{x: 1 for x in y}'], not: ['{x for x in y}', '{1: 2}'] },
  'generator-expression': {
    uses: ['(x for x in y)', 'sum(x for x in y)'],
    not: ['[x for x in y]', 'sum([x for x in y])', '(x)']
  },
  'f-string': { uses: ['f"{x}"', "rf'x'", 'f"""\n{x}"""'], not: ['"{x}"', '"f{x}"'] },
  slice: {
    uses: ['a[1:2]', 'a[:]', 'a[::2]', 'a[b, 1:]'],
    not: ['a[1]', '{1: 2}', 'lambda: a', 'a[{1: 2}]']
  },
  starred: {
    uses: ['f(*a)', 'f(**a)', 'x, *y = z', '[*a]', '{**a}', 'def f(*a): pass', 'def f(**k): pass'],
    not: ['a * b', 'a ** b', 'from m import *', 'def f(a, *, b): pass', 'x *= 2']
  },
  and: { uses: ['a and b'], not: ['a & b', 'a or b'] },
  or: { uses: ['a or b'], not: ['with (a as b, c as d): pass'] },
  not: { uses: ['not a', 'not a in b'], not: ['a not in b', 'a is not b'] },
  in: {
    uses: ['a in b', 'a not in b', 'if a in b: pass'],
    not: ['for a in b: pass', '[a for a in b]']
  },
  is: { uses: ['a is b', 'a is not b'], not: ['a == b'] }
};

describe.each(Object.entries(KINDS))('%s', (word, { uses, not = [] }) => {
  it.each(uses)('is used by %j', (source) => {
    expect(lineOf(word, source)).not.toBeNull();
    expect(isForbidden(word, source)).toBe(true);
  });
  if (not.length > 0) {
    it.each(not)('is not used by %j', (source) => {
      expect(lineOf(word, source)).toBeNull();
      expect(isForbidden(word, source)).toBe(false);
    });
  }
});

describe('an operator', () => {
  it.each([...OPERATORS])('%s is found in an expression and in an assignment', (operator) => {
    const isUnary = operator === '~';
    expect(lineOf(operator, `x = 1\ny = ${isUnary ? '' : 'x '}${operator} 2`)).toBe(2);
    expect(lineOf(operator, 'x = "+ - * / // % ** @ & | ^ ~ << >> == != < > <= >="')).toBeNull();
  });
  it.each([
    ['+', 'x += 1', true],
    ['+', 'x ++ 1', true],
    ['*', 'x ** 2', false],
    ['*', 'f(*a)', false],
    ['/', 'x // 2', false],
    ['<', 'x << 2', false],
    ['-', '-x', true],
    ['-', 'x = 1e-3', false]
  ])('%s in %j: %s', (operator, source, expected) => {
    expect(isForbidden(operator, source)).toBe(expected);
  });
});

describe('a name', () => {
  it.each<[word: string, source: string, forbidden: boolean]>([
    ['eval', 'x = eval("1")', true],
    ['eval', 'f = eval', true],
    ['eval', 'print("eval(1)")  # eval', false],
    ['eval', 'print(f"{eval(x)}")', true],
    ['eval', 'evaluate(1)', false],
    ['eval', 'f(eval=1)', false],
    ['eval', 'model.eval()', false],
    ['eval', 'import builtins\nbuiltins.eval("1")', true],
    ['eval', '__builtins__.eval("1")', true],
    ['eval', 'from builtins import eval as e', true],
    ['eval', 'getattr(__builtins__, "ev" + "al")("1")', false],
    ['eval', '@eval\ndef f(): pass', true],
    // What a program defines itself is its own.
    ['sum', 'sum = 0\nfor x in y: sum += x\nprint(sum)', false],
    ['sum', 'def f(xs):\n    sum = 0\n    for x in xs: sum += x\n    return sum', false],
    ['sum', 'def f(sum): return sum', false],
    ['sum', 'def sum(x): return x\nsum(1)', false],
    ['sum', 'sum = sum', true],
    ['sum', 'total = sum(x)\nsum = 3', true],
    ['sum', 'def f():\n    return sum(x)', true],
    ['sorted', 'class A:\n    def sorted(self): return self', false],
    ['append', 'x.append(1)', true],
    ['append', 'f(x).append', true],
    ['append', 'x["append"]', false],
    ['append', 'class A:\n    def append(self): pass', false],
    ['.sort', 'x.sort()', true],
    ['.sort', 'sort(x)', false],
    ['.sort', 'x.sorted()', false],
    ['.eval', 'model.eval()', true],
    ['numpy', 'import numpy as np', true],
    ['numpy', 'import numpy.linalg', true],
    ['numpy', 'from numpy import array', true],
    ['numpy', 'import numpy_like', false],
    ['array', 'from numpy import array as a', true],
    ['math.sqrt', 'import math\nmath.sqrt(2)', true],
    ['math.sqrt', 'import math as m\nm.sqrt(2)', true],
    ['math.sqrt', 'from math import sqrt', true],
    ['math.sqrt', 'from math import (pi, sqrt as root)\nroot(2)', true],
    ['math.sqrt', 'from math import *\nsqrt(2)', true],
    ['math.sqrt', 'import math\nmath.sqrt2(2)', false],
    ['math.sqrt', 'import cmath\ncmath.sqrt(2)', false],
    ['math.sqrt', 'x.math.sqrt', false],
    ['numpy.linalg', 'import numpy as np\nnp.linalg.norm(x)', true],
    ['numpy.linalg', 'import numpy as np\nnp.sort(x)', false],
    ['functools.cache', 'import functools\n@functools.cache\ndef f(): pass', true],
    ['a.b', 'a.b.c()', true],
    ['größe', 'print(größe)', true]
  ])('%s in %j: %s', (word, source, forbidden) => {
    expect(isForbidden(word, source)).toBe(forbidden);
  });

  it('that is required may be the program’s own', () => {
    expect(lineOf('helper', 'def helper(): pass\nhelper()')).toBe(2);
    expect(lineOf('helper', 'def helper(): pass')).toBeNull();
    expect(lineOf('sorted', 'x = 1\n\nprint(sorted(x))')).toBe(3);
  });

  it('is found on its first line', () => {
    expect(lineOf('append', 'x = []\r\nx.append(1)\r\nx.append(2)')).toBe(2);
    expect(lineOf('print', 'def f():\n    return 1\nprint(1)\nprint(2)')).toBe(3);
  });

  it('may be any builtin’s', () => {
    for (const name of BUILTINS) {
      if (isSyntaxWord(name) || /^(?:True|False|None)$/.test(name)) continue;
      expect({ name, found: isForbidden(name, `y = ${name}`) }).toEqual({ name, found: true });
    }
  });
});

it.each([
  [
    'forbid for',
    'x\nfor y in x: pass',
    'failed',
    'Line 2 uses a for loop, and this challenge asks for an answer without one.',
    2
  ],
  [
    'forbid eval',
    'eval(1)',
    'failed',
    'Line 1 uses `eval`, and this challenge asks for an answer without it.',
    1
  ],
  [
    'forbid **',
    'x ** 2',
    'failed',
    'Line 1 uses `**`, and this challenge asks for an answer without it.',
    1
  ],
  ['forbid for', 'x', 'passed', 'Your answer does not use a for loop.', undefined],
  [
    'require lambda',
    'x',
    'failed',
    'Your answer does not use a lambda yet, and this challenge asks for one.',
    undefined
  ],
  [
    'require .sort',
    'x',
    'failed',
    'Your answer does not use `.sort` yet, and this challenge asks for it.',
    undefined
  ],
  ['require lambda', '\nlambda: 1', 'passed', 'Your answer uses a lambda, on line 2.', 2]
])('%s says of %j that it %s', (name, source, status, message, line) => {
  const finding = syntaxCheck(source, sayIn(english))(name);
  expect(finding).toEqual({ status, message, ...(line === undefined ? {} : { line }) });
});

it('reads what is nested beyond measure', () => {
  expect(isForbidden('for', `x = ${'('.repeat(20_000)}`)).toBe(false);
  expect(isForbidden('eval', `x = ${'-'.repeat(20_000)}1`)).toBe(false);
});
