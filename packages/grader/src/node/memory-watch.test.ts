/** A process that grows, and is watched: by the kernel's file, and by `ps`, as where there is no such file. */

import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { watchMemory, type MemorySource } from './memory-watch.js';

const GROW = `
const grown = [];
process.stdin.once('data', () => setInterval(() => grown.push(Buffer.alloc(20_000_000, 1)), 20));
`;
const sources: MemorySource[] = process.platform === 'linux' ? ['proc', 'ps'] : ['ps'];

describe.skipIf(process.platform === 'win32')('the watch over memory', () => {
  it.each(sources)('tells of growth, by %s', async (source) => {
    const child = spawn(process.execPath, ['-e', GROW], { stdio: ['pipe', 'ignore', 'ignore'] });
    let stop = (): void => undefined;
    let early = true;
    try {
      const exceeded = new Promise<boolean>((resolve) => {
        stop = watchMemory(child.pid ?? 0, 400, () => resolve(early), source);
      });
      await new Promise((resolve) => setTimeout(resolve, 600));
      early = false;
      child.stdin?.write('grow\n');
      expect(await exceeded).toBe(false);
    } finally {
      stop();
      child.kill('SIGKILL');
    }
  });
});
