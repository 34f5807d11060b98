/** What is left when all is over: no process and no folder, however the end came. */

import { execFileSync, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createNodeSandbox } from './index.js';

const REQUEST = {
  setup: null,
  stdin: null,
  calls: [],
  seed: 1,
  timeLimitSeconds: 60,
  memoryLimitMB: 128
};
const LOOP = 'while True:\n    try:\n        while True: pass\n    except BaseException: pass';

/** Runs a loop in a sandbox of its own, beside a spare one. */
const PARENT = `
import { createNodeSandbox } from ${JSON.stringify(fileURLToPath(new URL('../../lib/node/index.js', import.meta.url)))};
const sandbox = createNodeSandbox({ spares: true });
await sandbox.prewarm();
void sandbox.run(${JSON.stringify({ ...REQUEST, source: LOOP })}).catch(() => {});
await sandbox.prewarm();
console.log('running');
process.stdin.once('data', () => process.exit(0));
`;

interface Process {
  pid: number;
  ppid: number;
  state: string;
  args: string;
}

function processes(): Process[] {
  return execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, pid, ppid, state = '', args = ''] = /^ *(\d+) +(\d+) +(\S+) +(.*)/.exec(line) ?? [];
      return pid === undefined ? [] : [{ pid: Number(pid), ppid: Number(ppid), state, args }];
    });
}

const childrenOf = (parent: number): Process[] =>
  processes().filter(({ ppid, args }) => ppid === parent && !args.startsWith('ps '));

const folders = (): string[] => readdirSync(tmpdir()).filter((name) => /^lectern-deno/.test(name));

describe.skipIf(process.platform === 'win32')('nothing is left', () => {
  it('after many runs', { timeout: 120_000 }, async () => {
    const before = folders();
    const own = (): Process[] =>
      childrenOf(process.pid).filter(({ args }) => /child\.js|read -r/.test(args));
    const others = own().length;
    const sandbox = createNodeSandbox({ spares: true });
    for (let run = 0; run < 8; run++) {
      const source = run % 2 === 0 ? 'print(1)' : 'import os\nos._exit(1)';
      await sandbox.run({ ...REQUEST, source });
    }
    expect(own().some(({ state }) => state.startsWith('Z'))).toBe(false);
    sandbox.dispose();
    await expect.poll(() => own().length, { timeout: 10_000 }).toBe(others);
    expect(folders()).toEqual(before);
  });

  it.each(['SIGKILL', 'SIGTERM', 'exit'] as const)(
    'of a parent that ended by %s',
    { timeout: 120_000 },
    async (end) => {
      const parent = spawn(process.execPath, ['--input-type=module', '-e', PARENT], {
        stdio: ['pipe', 'pipe', 'inherit']
      });
      try {
        await new Promise((resolve) => parent.stdout.once('data', resolve));
        const children = childrenOf(parent.pid ?? 0).map(({ pid }) => pid);
        // The loop, and the spare one; beside them whoever watches over them.
        expect(children.length).toBeGreaterThanOrEqual(2);
        if (end === 'exit') parent.stdin.write('now\n');
        else parent.kill(end);
        const left = (): number => processes().filter(({ pid }) => children.includes(pid)).length;
        await expect.poll(left, { timeout: 20_000 }).toBe(0);
      } finally {
        parent.kill('SIGKILL');
      }
    }
  );
});
