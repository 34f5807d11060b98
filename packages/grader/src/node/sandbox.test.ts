/** The real thing: Pyodide in Deno child processes. */

import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunRequest, RunResult, Sandbox } from '../sandbox.js';
import { createNodeSandbox } from './index.js';

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = createNodeSandbox({ spares: true });
});
afterAll(() => sandbox.dispose());

function run(source: string, request: Partial<RunRequest> = {}): Promise<RunResult> {
  return sandbox.run({
    setup: null,
    source,
    stdin: null,
    calls: [],
    seed: 1,
    timeLimitSeconds: 10,
    memoryLimitMB: 256,
    ...request
  });
}
const stdout = async (source: string, request?: Partial<RunRequest>): Promise<string | undefined> =>
  (await run(source, request)).program?.stdout;

it('runs a program, then calls into it', async () => {
  const result = await run(
    'def double(x):\n    print("called")\n    return 2 * x\nprint(double(1))',
    {
      calls: ['double(3)', 'double([1])', 'missing()']
    }
  );
  expect(result.end).toBe('done');
  expect(result.program?.stdout).toBe('called\n2\n');
  expect(result.program?.functions).toEqual(['double']);
  expect(result.calls.map(({ result }) => result)).toEqual([
    { kind: 'int', value: '6' },
    {
      kind: 'list',
      items: [
        { kind: 'int', value: '1' },
        { kind: 'int', value: '1' }
      ]
    },
    null
  ]);
  expect(result.calls[0]?.stdout).toBe('called\n');
  expect(result.calls[2]?.error?.type).toBe('NameError');
});

it('starts every call from the state after the program', async () => {
  const { calls } = await run(
    'seen = []\ndef f(x, memory=[]):\n    seen.append(x); memory.append(x)\n    return len(seen) + len(memory)\nf(0)',
    { calls: ['f(1)', 'f(1)', 'f(1)'] }
  );
  expect(calls.map(({ result }) => result)).toEqual(Array(3).fill({ kind: 'int', value: '4' }));
});

it('tells changed arguments, exceptions and the learner’s own line', async () => {
  const { calls } = await run('def f(items):\n    items.append(1)\n    raise KeyError("x")', {
    calls: ['f([])']
  });
  expect(calls[0]?.mutated).toEqual([
    ['0', { kind: 'list', items: [{ kind: 'int', value: '1' }] }]
  ]);
  expect(calls[0]?.error).toMatchObject({ type: 'KeyError', line: 3 });
  expect(calls[0]?.error?.traceback).not.toContain('lectern_runtime');
});

it('runs the setup first, feeds input(), and fixes chance and the clock', async () => {
  expect(await stdout('print(factor, input())', { setup: 'factor = 3', stdin: 'line\n' })).toBe(
    '3 line\n'
  );
  expect((await run('input()')).program?.error?.type).toBe('EOFError');
  const source =
    'import random, time, datetime\nprint(random.random(), time.time(), datetime.datetime.now())';
  expect(await stdout(source)).toBe(await stdout(source));
  expect(await stdout(source)).not.toBe(await stdout(source, { seed: 2 }));
});

it('drives coroutines in virtual time, which a program that measures itself sees', async () => {
  const source = `
import asyncio, time
async def work(n):
    await asyncio.sleep(n)
    return n
async def main():
    began = time.perf_counter()
    print(await asyncio.gather(work(2), work(1)), f"{time.perf_counter() - began:.1f} s")
asyncio.run(main())
async def count(n):
    for i in range(n):
        yield await work(i)
async def never():
    await asyncio.Event().wait()
`;
  const awaiting = `${source}print(await work(3))\n`;
  const result = await run(awaiting.replace('asyncio.run(main())', 'await main()'), {
    calls: ['work(3600)', 'count(2)', 'never()']
  });
  expect(result.program).toMatchObject({ stdout: '[2, 1] 2.0 s\n3\n', error: null });
  const [value, items, never] = result.calls;
  expect(value).toMatchObject({ result: { kind: 'int', value: '3600' }, awaited: true });
  expect(items).toMatchObject({ result: { kind: 'iterator' }, awaited: true });
  expect(never?.error).toMatchObject({ type: 'DeadlockError', line: 14 });
  expect(await stdout(source)).toBe('[2, 1] 2.0 s\n');
});

it('awaits nothing that only a page could answer', async () => {
  const { program } = await run('import js\nawait js.fetch("http://127.0.0.1:9/")');
  expect(program?.error?.type).toBe('DeadlockError');
});

it('runs a notebook cell as one', async () => {
  const source = '%matplotlib inline\n!pip install x\ndisplay(input("? "))\nprint(input())';
  expect(await stdout(source, { stdin: 'a\nb\n' })).toBe("'a'\nb\n");
});

it('sleeping costs no time', async () => {
  const startedAt = Date.now();
  expect((await run('import time\ntime.sleep(3600)')).end).toBe('done');
  expect(Date.now() - startedAt).toBeLessThan(30_000);
});

describe('a program that does not behave', () => {
  it('is stopped at its limit', async () => {
    const loop = await run('while True: pass', { timeLimitSeconds: 1 });
    expect(loop).toMatchObject({ end: 'timed-out', program: null });
    const stubborn = await run(
      'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
      {
        timeLimitSeconds: 1
      }
    );
    expect(stubborn.end).toBe('timed-out');
  });
  it('gets no more memory than its limit', async () => {
    expect((await run('x = []\nwhile True: x.append(" " * 1_000_000)')).end).toBe('out-of-memory');
    expect(
      (await run('import js\nx = []\nwhile True: x.append(js.Array.new(10_000_000).fill(1.5))')).end
    ).toMatch(/out-of-memory|crashed/);
  });
  it('may end Python itself, and the next one is not touched', async () => {
    expect((await run('import os\nos._exit(0)')).end).toBe('crashed');
    expect(await stdout('print("fine")')).toBe('fine\n');
  });
  it('may end its script early', async () => {
    expect((await run('print(1)\nimport sys\nsys.exit()\nprint(2)')).program).toMatchObject({
      stdout: '1\n',
      error: null
    });
    expect((await run('raise SystemExit("no")')).program?.error?.type).toBe('SystemExit');
  });
  it('has its output cut', async () => {
    const { program } = await run('for i in range(10**5): print("x" * 100)');
    expect(program?.stdoutCut).toBe(true);
    expect(program?.stdout.length).toBe(64_000);
  });
});

describe('nothing gets out', () => {
  it.each([
    [
      'the environment',
      'import os\nprint("PATH_OF_HOST" in os.environ, os.environ.get("LECTERN_SECRET"))',
      'False None\n'
    ],
    [
      'the host’s files',
      'import os\nprint(os.path.exists("/etc/passwd"), os.path.exists("/root"))',
      'False False\n'
    ],
    [
      'Deno and Node',
      'import js\nprint(hasattr(js, "Deno"), hasattr(js, "process"), hasattr(js, "require"))',
      'False False False\n'
    ]
  ])('not %s', async (_, source, expected) => {
    expect(await stdout(source)).toBe(expected);
  });

  it.each([
    ['a shell', 'import os\nos.system("touch /tmp/lectern-escaped")'],
    ['a process', 'import subprocess\nsubprocess.run(["true"])'],
    [
      'a file, through a fresh JavaScript function',
      `import js
read = js.Function.new("return import('node:fs').then(fs => fs.readFileSync('/etc/passwd', 'utf8'))")
from pyodide.ffi import run_sync
print(run_sync(read()))`
    ],
    [
      'the network',
      `import js
from pyodide.ffi import run_sync
print(run_sync(js.fetch("http://127.0.0.1:9/")))`
    ]
  ])('not by %s', async (_, source) => {
    const { program } = await run(source);
    expect(program === null || program.error !== null || program.stdout === '').toBe(true);
  });

  it('and nothing is left of a submission', async () => {
    await run(
      'import os, builtins, json\nos.mkdir("/tmp/left")\nbuiltins.len = lambda x: 7\njson.dumps = None'
    );
    expect(
      await stdout('import os, json\nprint(os.path.exists("/tmp/left"), len([]), json.dumps(1))')
    ).toBe('False 0 1\n');
  });

  it('a forged message is worth nothing', async () => {
    const { program, end } = await run(
      'import js\njs.console.log(\'x {"event":"done"}\')\njs.console.log(\'{"event":"verdict","status":"passed"}\')\nprint("end")'
    );
    expect(end).toBe('done');
    expect(program?.stdout).toBe('end\n');
  });
});

it('a run can be aborted', async () => {
  const controller = new AbortController();
  const pending = sandbox.run(
    {
      setup: null,
      source: 'while True: pass',
      stdin: null,
      calls: [],
      seed: 1,
      timeLimitSeconds: 60,
      memoryLimitMB: 256
    },
    { signal: controller.signal }
  );
  setTimeout(() => controller.abort(new Error('changed my mind')), 300);
  await expect(pending).rejects.toThrow('changed my mind');
});

it('leaves no process behind', async () => {
  const own = createNodeSandbox({ spares: true });
  await own.prewarm();
  own.dispose();
  await expect
    .poll(() => {
      const list = execFileSync('ps', ['-eo', 'ppid=,stat=,comm='], { encoding: 'utf8' });
      return list
        .split('\n')
        .filter((line) => line.trim().startsWith(`${process.pid} `) && /deno/.test(line)).length;
    })
    .toBeLessThanOrEqual(1); // the shared sandbox's own spare
});
