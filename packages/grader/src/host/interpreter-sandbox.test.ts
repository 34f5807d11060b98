/** How many interpreters are kept ready, with a host that counts them. */

import { describe, expect, it } from 'vitest';
import type { RunRequest } from '../sandbox.js';
import type { Interpreter, InterpreterHost, Job } from './interpreter.js';
import { InterpreterSandbox } from './interpreter-sandbox.js';

/** Its interpreters are ready at once and do any job at once. */
class CountingHost implements InterpreterHost {
  readonly alive: Interpreter[] = [];
  spawned = 0;
  mostAlive = 0;

  spawn(): Interpreter {
    const interpreter: Interpreter = {
      onMessage: () => undefined,
      onExit: () => undefined,
      start: ({ nonce }: Job) => {
        const program = {
          event: 'program',
          stdout: '',
          stdoutCut: false,
          error: null,
          functions: []
        };
        queueMicrotask(() => {
          interpreter.onMessage(`${nonce} ${JSON.stringify(program)}`);
          interpreter.onMessage(`${nonce} {"event":"done"}`);
        });
      },
      send: () => undefined,
      kill: () => {
        const index = this.alive.indexOf(interpreter);
        if (index >= 0) this.alive.splice(index, 1);
      }
    };
    this.spawned++;
    this.alive.push(interpreter);
    this.mostAlive = Math.max(this.mostAlive, this.alive.length);
    queueMicrotask(() => interpreter.onMessage('ready'));
    return interpreter;
  }

  dispose(): void {
    this.alive.length = 0;
  }
}

const REQUEST: RunRequest = {
  setup: null,
  source: '',
  stdin: null,
  calls: [],
  seed: 1,
  timeLimitSeconds: 5,
  memoryLimitMB: 64
};

describe('after a run, as many spares are kept as were asked for', () => {
  it.each([
    [false, 0],
    [true, 1],
    [3, 3]
  ])('spares: %j', async (spares, expected) => {
    const host = new CountingHost();
    const sandbox = new InterpreterSandbox(host, { spares });
    await sandbox.run(REQUEST);
    expect(host.alive).toHaveLength(expected);
    await sandbox.run(REQUEST);
    expect(host.alive).toHaveLength(expected);
    expect(host.spawned).toBe(2 + expected);
    sandbox.dispose();
    expect(host.alive).toEqual([]);
  });
});

it('runs at the same time never take the same interpreter, and no more are alive than runs and spares', async () => {
  const host = new CountingHost();
  const sandbox = new InterpreterSandbox(host, { spares: 2 });
  const runs = await Promise.all(Array.from({ length: 10 }, () => sandbox.run(REQUEST)));
  expect(runs.map(({ end }) => end)).toEqual(Array.from({ length: 10 }, () => 'done'));
  expect(host.mostAlive).toBeLessThanOrEqual(12);
  expect(host.alive).toHaveLength(2);
  sandbox.dispose();
});

it('a spare that has died meanwhile is not used', async () => {
  const host = new CountingHost();
  const sandbox = new InterpreterSandbox(host, { spares: true });
  await sandbox.prewarm();
  host.alive[0]?.onExit('exit');
  expect((await sandbox.run(REQUEST)).end).toBe('done');
  expect(host.spawned).toBe(3);
  sandbox.dispose();
});
