/** What is plain, and that from there nothing else can be reached. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeSandbox } from '../node/index.js';
import type { Sandbox } from '../sandbox.js';
import { DANGEROUS, OF_FRAMES, PLAIN_MODULES, PLAIN_TYPING, isPlain } from './plain-program.js';

describe('plain is', () => {
  it.each([
    'print("hello")',
    'def median(values):\n    values = sorted(values)  # of numbers\n    return values[len(values) // 2]\n',
    'from collections import Counter\n\nclass Bag:\n    def __init__(self, items):\n        self.items = Counter(items)\n\n    def __repr__(self):\n        return f"{type(self).__name__}({self.items!r})"\n',
    'class Tally:\n    def __init__(self):\n        self._count = 0\n',
    'import math, statistics\nfrom typing import List, Optional\n\ndef f(x: List[int]) -> Optional[float]:\n    return math.sqrt(statistics.mean(x))\n',
    'import re\nfound = re.compile(r"\\w+")\nprint("größer → 3")\n',
    'def same(a, b):\n    return (type(a) == type(b))\n'
  ])('%s', (source) => expect(isPlain(source)).toBe(true));
});

describe('not plain is', () => {
  it.each([
    'import js',
    'import math, os',
    'import collections.abc',
    'from random import *',
    'import \\\n os',
    'x = 1; import os',
    'from typing import get_type_hints',
    'import typing',
    'print(().__class__)',
    'class A:\n    def __getattr__(self, name): ...',
    'import random\nrandom._os.remove("x")',
    'import statistics\nstatistics.sys.modules',
    'statistics. \\\n  sys',
    'getattr(print, "x")',
    'ｇｅｔａｔｔｒ(print, "x")',
    'print(＿_class＿_)',
    'kind = type\nkind("X", (), {})',
    'type(list)("X", (), {})',
    'kind = type(list)\n',
    'print(x == type(list)("X", (), {}))',
    'print(x == type(list)\n  ("X", (), {}))',
    'match f:\n    case object(__globals__=g): pass',
    'def g():\n    yield\nprint(g().gi_frame)',
    'open("x", "w")',
    'from functools import update_wrapper',
    'await x',
    '# \rimport os',
    'print(1)\fimport os',
    '"%s" % eval'
  ])('%s', (source) => expect(isPlain(source)).toBe(false));
});

describe('from what plain programs may name', () => {
  let sandbox: Sandbox;
  beforeAll(() => void (sandbox = createNodeSandbox()));
  afterAll(() => sandbox.dispose());

  const WALK = `
import builtins, importlib, json, re, types, typing
lists = json.loads(LISTS)
dangerous = set(lists["dangerous"])
of_frames = re.compile(lists["frames"])
told = {id(getattr(builtins, name)) for name in dangerous if hasattr(builtins, name)}
roots = [(name, importlib.import_module(name)) for name in lists["modules"]]
roots += [("typing." + name, getattr(typing, name)) for name in lists["typing"]]
roots += [(name, getattr(builtins, name)) for name in dir(builtins) if name[0] != "_" and name not in dangerous]
seen, found = [], {"modules": set(), "dangerous": set(), "metaclasses": set()}
known = set()
while roots:
    path, value = roots.pop()
    if id(value) in known:
        continue
    known.add(id(value))
    seen.append(value)
    if isinstance(value, types.ModuleType):
        found["modules"].add(value.__name__)
    if id(value) in told:
        found["dangerous"].add(path)
    if isinstance(value, type) and issubclass(value, type):
        found["metaclasses"].add(path)
    if path.count(".") > 5 or isinstance(value, (int, float, str, bytes)):
        continue
    for name in dir(value):
        if name[0] == "_" or name in dangerous or of_frames.match(name):
            continue
        try:
            roots.append((path + "." + name, getattr(value, name)))
        except Exception:
            pass
print(json.dumps({kind: sorted(names) for kind, names in found.items()}), len(seen))
`;

  it('there is no way to other modules, to what is dangerous, or to a class that makes classes', async () => {
    const lists = {
      dangerous: [...DANGEROUS],
      frames: OF_FRAMES.source,
      modules: [...PLAIN_MODULES],
      typing: [...PLAIN_TYPING]
    };
    const { program, end } = await sandbox.run({
      setup: `LISTS = ${JSON.stringify(JSON.stringify(lists))}`,
      source: WALK,
      stdin: null,
      calls: [],
      seed: 1,
      timeLimitSeconds: 60,
      memoryLimitMB: 512
    });
    expect([end, program?.error]).toEqual(['done', null]);
    const [, json = '', count = ''] = /^(.*) (\d+)$/m.exec(program?.stdout ?? '') ?? [];
    expect(Number(count)).toBeGreaterThan(2_000);
    const { modules, dangerous, metaclasses } = JSON.parse(json) as Record<string, string[]>;
    const others = modules?.filter((name) => !PLAIN_MODULES.has(name));
    // With nothing in them, or only by names that are dangerous.
    expect(others).toEqual([
      'abc',
      'collections.abc',
      'copy',
      'json.decoder',
      'json.encoder',
      'json.scanner',
      'keyword',
      'numbers',
      'operator'
    ]);
    expect(dangerous).toEqual([]);
    expect(metaclasses).toEqual([]);
  });
});
