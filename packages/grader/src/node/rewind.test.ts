/** An interpreter that is put back as it was before: what the next program finds, and when there is no way back. */

import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RunRequest, RunResult } from '../sandbox.js';
import { createNodeSandbox, type NodeSandbox } from './index.js';
import { isPlain } from '../host/plain-program.js';
import { ProcessHost } from './process-host.js';

vi.mock(import('../host/plain-program.js'), async (original) => {
  const module = await original();
  return { ...module, isPlain: vi.fn(module.isPlain) };
});

const request = (
  source: string,
  calls: string[] = [],
  more: Partial<RunRequest> = {}
): RunRequest => ({
  setup: null,
  source,
  stdin: null,
  calls,
  seed: 3,
  timeLimitSeconds: 10,
  memoryLimitMB: 256,
  ...more
});

let sandbox: NodeSandbox | undefined;
afterEach(() => {
  sandbox?.dispose();
  vi.resetAllMocks();
});

/** Runs one request after the other, and counts the interpreters that it took. */
async function runAll(
  requests: readonly RunRequest[],
  { rewinds = true } = {}
): Promise<{ results: Omit<RunResult, 'durationMs'>[]; started: number }> {
  const spawn = vi.spyOn(ProcessHost.prototype, 'spawn');
  sandbox?.dispose();
  sandbox = createNodeSandbox({ rewinds });
  const results = [];
  for (const one of requests) {
    const { durationMs: _, ...result } = await sandbox.run(one);
    results.push(result);
    await sandbox.prewarm();
  }
  const started = spawn.mock.calls.length;
  spawn.mockRestore();
  return { results, started };
}

/** Each leaves something behind in Python, or asks what is there. */
const PLAIN = [
  request('print("hello")'),
  request('import math\nmath.pi = 3\nmath.extra = 1\nprint(math.pi)'),
  request('import math\nprint(math.pi, hasattr(math, "extra"))'),
  request('import random\nrandom.seed(99)\nprint(random.random())'),
  request('import random\nprint(random.random())'),
  request('class A:\n    pass\n\nprint(A(), id(A()), hash("text"), {"b", "a", "c"})'),
  request('def f(x, seen=[]):\n    seen.append(x)\n    return seen\n', ['f(1)', 'f(2)']),
  request('def f(n):\n    return f(n + 1)\n', ['f(0)']),
  request('print(1 / 0)'),
  request('x = 1 +'),
  request('import decimal\ndecimal.getcontext().prec = 3\nprint(decimal.Decimal(1) / 3)'),
  request('import decimal\nprint(decimal.Decimal(1) / 3)'),
  request('import json\njson.dumps = print\njson.JSONEncoder.encode = None\nprint("lost?")'),
  request('import json\nprint(json.dumps({"a": [1, 2]}))'),
  request('print = None'),
  request('x = bytearray(60_000_000)\nprint(len(x))'),
  request('print(any(bytearray(60_000_000)))'),
  request('import time\ntime.sleep(5)\nprint(time.time())'),
  request('import time\nprint(time.time())', [], { seed: 8 }),
  request('name = input()\nprint("größer →", name)', [], { stdin: 'Ada\n' }),
  request('from fractions import Fraction\nprint(Fraction(1, 3) + Fraction(1, 6))'),
  request('from collections import Counter\nprint(Counter("mississippi"))'),
  request('class A:\n    pass\n\nprint(A(), id(A()), hash("text"), {"b", "a", "c"})')
];

describe('after a plain program', () => {
  it(
    'the next finds what it would find in an interpreter that nothing has used',
    { timeout: 300_000 },
    async () => {
      const fresh = await runAll(PLAIN, { rewinds: false });
      const rewound = await runAll(PLAIN);
      expect(rewound.results).toEqual(fresh.results);
      expect(fresh.started).toBeGreaterThan(PLAIN.length);
      expect(rewound.started).toBe(1);
      const backwards = await runAll(PLAIN.toReversed());
      expect(backwards.results.toReversed()).toEqual(fresh.results);
    }
  );

  it('one that may have less memory than an interpreter can have had gets another', async () => {
    const { started } = await runAll([
      request('x = bytearray(60_000_000)'),
      request('print(1)', [], { memoryLimitMB: 64 })
    ]);
    expect(started).toBe(2);
  });
});

describe('there is no way back after', () => {
  it.each([
    ['a file', 'open("/tmp/left", "w").write("x")'],
    ['a folder', 'import os\nos.mkdir("/home/left")'],
    ['JavaScript', 'import js\njs.globalThis.left = 1'],
    ['a name that is made at run time', 'print(getattr([], "app" + "end"))'],
    ['too much memory', 'x = bytearray(150_000_000)'],
    ['its end', 'while True: pass', 'timed-out']
  ])('%s', async (_, source, end = 'done') => {
    const { results, started } = await runAll([
      request(source, [], { timeLimitSeconds: 1 }),
      request('print("next")')
    ]);
    expect(results.map((result) => result.end)).toEqual([end, 'done']);
    expect(started).toBe(2);
  });

  it('a module that the setup imported', async () => {
    const { started } = await runAll([
      request('print(os.sep)', [], { setup: 'import os' }),
      request('print("next")')
    ]);
    expect(started).toBe(2);
  });

  it.each([
    ['a file', 'open("/tmp/left", "w").write("x")'],
    ['a folder', 'import os\nos.mkdir("/home/left")'],
    ['a file that is gone', 'import os, sys\nos.remove(sys.path[2])'],
    ['a file of another text', 'import sys\nwith open(sys.path[2], "r+b") as f: f.write(b"P")'],
    ['another folder', 'import tempfile\ntempfile.mkdtemp()\nopen("left", "w")'],
    ['an open file', 'import sys\nf = open(sys.path[2], "rb")'],
    ['JavaScript', 'import js\njs.globalThis.left = 1'],
    [
      'a timer',
      'import js\nfrom pyodide.ffi import create_proxy\njs.setTimeout(create_proxy(print), 1)'
    ],
    ['a call for later', 'from pyodide.webloop import WebLoop\nWebLoop().call_soon(print)'],
    ['a library', 'import ctypes\nctypes.CFUNCTYPE(None)(print)']
  ])('%s, even if the program were taken for a plain one', async (_, source) => {
    vi.mocked(isPlain).mockReturnValue(true);
    const { started } = await runAll([request(source), request('print("next")')]);
    expect(started).toBe(2);
  });
});
