import { describe, expect, it } from 'vitest';
import { analysePython } from './analyse.js';
import { BUILTINS } from './builtins.js';

/** The names that a program needs from elsewhere. */
function free(source: string): string[] {
  const analysis = analysePython(source);
  expect(analysis.syntaxError).toBeNull();
  return analysis.reads.filter((name) => !BUILTINS.has(name) && !analysis.binds.has(name));
}

describe('the names that Python code needs from elsewhere', () => {
  it.each<[what: string, source: string, free: string[]]>([
    ['a plain read', 'print(x)', ['x']],
    ['an assignment', 'x = 1\nprint(x)', []],
    ['a read before the assignment', 'print(x)\nx = 1', []],
    ['unpacking', 'a, (b, [c, *d]) = e\na, b, c, d', ['e']],
    ['chained targets', 'a = b = c\na, b', ['c']],
    ['subscript and attribute targets', 'd[k] = o.p = 1', ['d', 'k', 'o']],
    ['an augmented assignment alone', 'total += 1', ['total']],
    ['an augmented assignment in a function', 'def f():\n    n += 1', []],
    ['a bare annotation gives no value', 'x: int\nprint(x)', ['x']],
    ['an annotated assignment', 'x: int = 1\nprint(x)', []],
    [
      'annotations',
      'def f(a: A, *b: B, c: "C" = d) -> R: ...\nx: T = 1',
      ['A', 'B', 'd', 'R', 'T']
    ],
    ['annotations as text', 'from __future__ import annotations\ndef f(a: A) -> R: ...', []],
    ['parameters', 'def f(a, /, b=p, *c, d=q, **e): return a, b, c, d, e', ['p', 'q']],
    ['a default is read outside', 'def f(a, b=a): ...', ['a']],
    ["a local of one function is not another's", 'def f(): x = 1\ndef g(): return x', ['x']],
    ['a name of the enclosing function', 'def f():\n    x = 1\n    def g(): return x', []],
    ['a read only inside a function', 'def f():\n    return helper(1)', ['helper']],
    ['global', 'def f():\n    global x\n    x = 1\nprint(x)', []],
    ['global without a value', 'def f():\n    global x\n    return x', ['x']],
    ['nonlocal', 'def f():\n    x = 0\n    def g():\n        nonlocal x\n        x += 1', []],
    ['a class body', 'class A(B, metaclass=M):\n    x = 1\n    y = x', ['B', 'M']],
    [
      'a class attribute is not seen in a method',
      'class A:\n    x = 1\n    def f(self): return x',
      ['x']
    ],
    ['a class itself', 'class A: ...\nA()', []],
    ['super and __class__', 'class A:\n    def f(self): return super(), __class__', []],
    ['lambda', 'f = lambda x, *a, y=z, **k: (x, a, y, k, w)', ['z', 'w']],
    ['a comprehension', '[x for x in xs if x > t]\nx', ['xs', 't', 'x']],
    ['nested comprehension clauses', '{a: b for a in s for b in a if b}', ['s']],
    ['a comprehension as the only argument', 'sum(x * y for x, y in pairs)', ['pairs']],
    ['the first iterable of a comprehension', '[x for x in x]', ['x']],
    ['walrus', 'if (n := f()) > 1: print(n)', ['f']],
    ['walrus in a comprehension', '[y := x for x in range(3)]\nprint(y)', []],
    ['import', 'import a.b, c.d as e\na, e, d', ['d']],
    ['from', 'from m import x, y as z\nx, y, z', ['y']],
    ['from in parentheses', 'from m import (x, y as z,)\nx, z', []],
    ['for', 'for i, (j, d[k]) in xs: i, j\nelse: i', ['d', 'k', 'xs']],
    ['with', 'with a() as b, c as d: b, d', ['a', 'c']],
    ['with in parentheses', 'with (a() as b, c() as d):\n    b, d', ['a', 'c']],
    [
      'with in parentheses, on lines',
      'with (\n    a() as b,\n    c() as d\n):\n    b, d',
      ['a', 'c']
    ],
    ['with a tuple', 'with a() as (b, [c, *d]), e as f: b, c, d, f', ['a', 'e']],
    [
      'with a list, in parentheses',
      'with (\n    a as [b, c],  # as (x\n    "as" as d\n): b, c, d',
      ['a']
    ],
    ['with a subscript', 'with a as b[c]: pass', ['a', 'b', 'c']],
    ['with a condition', 'with (a if b else c) as (d, e): d, e', ['a', 'b', 'c']],
    ['with twice', 'with a as (b, c):\n    with c as (d, e):\n        b, d, e', ['a']],
    ['async with', 'async def f(x):\n    async with x as (y, z): y, z', []],
    ['with an attribute', 'with a() as b: pass\nwith b as b.c: pass', ['a']],
    ['except', 'try: pass\nexcept E as e: e\nexcept (F, G): pass', ['E', 'F', 'G']],
    ['except*', 'try: pass\nexcept* ValueError as group: group', []],
    [
      'match captures',
      'match v:\n    case [x, *y, {"k": z, **w}]: x, y, z, w\n    case _: pass',
      ['v']
    ],
    [
      'match values and classes',
      'match v:\n    case C.D | P(q, k=r) as whole if g: q, r, whole',
      ['v', 'C', 'P', 'g']
    ],
    ['the wildcard is no name', 'match 1:\n    case _: x', ['x']],
    ['decorators', '@deco(arg)\ndef f(): ...\n@mod.sub\nclass A: ...', ['deco', 'arg', 'mod']],
    ['f-strings', 'f"{a} {b!r:>{c}} {d=} {{e}}"', ['a', 'b', 'c', 'd']],
    ['t-strings', 't"{a} {b!r:>{c}}" tr\'{d}\' Rt"""\n{e}"""', ['a', 'b', 'c', 'd', 'e']],
    ['a t-string in a t-string', 't"{t"{a}"} t"', ['a']],
    ['a name t', 't = 1\nprint(t, "t", f"{t}")', []],
    ['strings are not read', "\"{a}\"; b\"x\"; '''x'''", []],
    ['attributes and keyword arguments', 'a.b.c(d=1, **e)(*f)', ['a', 'e', 'f']],
    ['del', 'x = 1\ndel x', []],
    ['del of what is not there', 'del x, y[z]', ['x', 'y', 'z']],
    ['del in a function', 'def f(x):\n    del x', []],
    [
      'type parameters',
      'def f[T: B](x: T) -> T: ...\nclass A[U]: u: U\ntype L[V] = list[V]\nL',
      ['B']
    ],
    [
      'async',
      'async def f(x):\n    async with x as y: pass\n    async for z in y: await z\n    return [w async for w in z]',
      []
    ],
    [
      'a global read through an enclosing function',
      'def f():\n    global x\n    x = 1\n    def g(): return x',
      []
    ],
    [
      'try, while, assert, raise, return',
      'while a: assert b, c\ntry: raise d from e\nfinally: f',
      ['a', 'b', 'c', 'd', 'e', 'f']
    ],
    ['slices', 'a[b:c, ::d]', ['a', 'b', 'c', 'd']],
    ['soft keywords as names', 'match = 1\ncase = 2\ntype = 3\nprint(match, case, type)', []],
    ['names of other scripts', 'größe = 1\nprint(größe)', []]
  ])('%s', (_, source, expected) => {
    expect(free(source)).toEqual(expected);
  });

  it('is unknown after a star import', () => {
    expect(analysePython('from m import *\nx').bindsUnknown).toBe(true);
    expect(analysePython('from m import x').bindsUnknown).toBe(false);
  });
});

describe('imports', () => {
  it('are found wherever they stand', () => {
    const source =
      'import a.b as c, d\ndef f():\n    from e.f import g\nfrom . import h\nfrom ..i import *';
    const modules = analysePython(source).imports.map(({ module }) => module);
    expect(modules).toEqual(['a.b', 'd', 'e.f', '.', '..i']);
  });
});

describe('what is not Python', () => {
  it.each([
    ['for each item in list:', 1],
    ['x = 1\nif x\n    y', 2],
    ['print "hello"', 1],
    ['x = 1\nf(x) = 2', 2],
    ['x + 1 = 2', 1],
    ['>>> print(1)\n1', 1],
    ['%timeit x', 1],
    ['return 1', 1],
    ['class A:\n    return 1', 2],
    ['break', 1],
    ['for i in x:\n    def f():\n        continue', 3],
    ['def f(:', 1],
    ['with (a as b, c as d', 1],
    ['with a as (b + 1): pass', 1],
    ['with a as f(): pass', 1],
    ['with a as 1: pass', 1],
    ['with a as b as c: pass', 1],
    ['with a as b or c: pass', 1],
    ['with a as b if c else d: pass', 1],
    ['with f(a as b): pass', 1],
    ['with (a as b) as c: pass', 1],
    ['try: pass\nexcept E as (a, b): pass', 2],
    ['from m import (a as (b, c))', 1],
    ['x = q"{a}"', 1],
    ['x = tb"{a}"', 1],
    ['x = (a as b)', 1]
  ])('%j', (source, line) => {
    expect(analysePython(source).syntaxError?.line).toBe(line);
  });

  it('is also what is nested too deeply, without an exception', () => {
    expect(() => analysePython(`${'('.repeat(20_000)}1${')'.repeat(20_000)}`)).not.toThrow();
    expect(() => analysePython(`${'-'.repeat(20_000)}1`)).not.toThrow();
  });
});

describe('what is Python', () => {
  it.each([
    'def f():\n    for i in range(3):\n        if i: break\n        else: continue\n    return i',
    'def g():\n    x = yield\n    y = (yield)\n    yield from g()',
    'await f()',
    'x = 1; y = 2',
    'a = [\n  1,\n\n  2,\n]',
    'if True:\n\tprint(1)',
    'print("a" "b", f\'{1}\')',
    'a: int = 3; a = b = 4; (c) = 1; [d, e] = 1, 2; f, = [1]',
    'lambda: (yield)',
    '# only a comment',
    ''
  ])('%j', (source) => {
    expect(analysePython(source).syntaxError).toBeNull();
  });
});
