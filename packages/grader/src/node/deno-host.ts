/** Interpreters as child processes: Deno with no permission but to read the bundle, which it gives up at once. */

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { Interpreter, InterpreterHost, Job } from '../host/interpreter.js';
import { MAX_TRAFFIC } from '../host/protocol.js';

/** What Deno, Pyodide and the snapshot take themselves, beside the learner's memory. */
const BASE_MEMORY_MB = 512;
const WATCH_EVERY_MS = 50;

const DENO_FLAGS = [
  'run',
  '--quiet',
  '--no-prompt',
  '--no-config',
  '--no-lock',
  '--no-npm',
  '--no-remote',
  '--node-modules-dir=none'
];

export class DenoHost implements InterpreterHost {
  // Deno wants a folder for its caches; an empty one of ours, so that nobody's HOME is touched.
  readonly #cache = mkdtempSync(join(tmpdir(), 'lectern-deno-'));
  readonly #children = new Set<ChildProcess>();

  constructor(
    private readonly deno: string,
    private readonly bundle: string
  ) {
    process.once('exit', () => this.dispose());
  }

  spawn(): Interpreter {
    const child = spawn(
      this.deno,
      [...DENO_FLAGS, `--allow-read=${this.bundle}`, join(this.bundle, 'child.js'), this.bundle],
      {
        cwd: this.#cache,
        env: { DENO_DIR: this.#cache, DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' },
        stdio: ['pipe', 'pipe', 'pipe']
      }
    );
    this.#children.add(child);
    const interpreter = connect(child);
    child.once('close', () => this.#children.delete(child));
    return interpreter;
  }

  dispose(): void {
    for (const child of this.#children) child.kill('SIGKILL');
    rmSync(this.#cache, { recursive: true, force: true });
  }
}

/** A child process that speaks lines on its pipes, as an interpreter. */
export function connect(child: ChildProcess): Interpreter {
  let over = false;
  let watch: ReturnType<typeof setInterval> | undefined;
  const interpreter: Interpreter = {
    onMessage: () => undefined,
    onExit: () => undefined,
    start: (job: Job) => {
      watch = watchMemory(child, job.memoryLimitMB + BASE_MEMORY_MB, () => end('memory'));
      child.stdin?.write(`${JSON.stringify(job)}\n`);
    },
    send: (message) => child.stdin?.write(`${message}\n`),
    kill: () => {
      over = true;
      clearInterval(watch);
      child.kill('SIGKILL');
    }
  };
  const end = (reason: 'exit' | 'memory'): void => {
    if (over) return;
    interpreter.kill();
    interpreter.onExit(reason);
  };
  readLines(child, (line) => {
    if (!over) interpreter.onMessage(line);
  });
  child.stdin?.on('error', () => undefined); // it died first: `close` tells
  child.stderr?.resume(); // nothing that it says there is believed, or kept
  child.once('error', (error) => {
    if (!over) interpreter.onMessage(`fault ${error.message}`);
  });
  child.once('close', () => end('exit'));
  return interpreter;
}

/** Calls `onLine` for each line; a line longer than all that a run may say is dropped. */
function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_TRAFFIC) rest = '';
    for (const line of lines) onLine(line);
  });
}

/** Calls `onExceeded` when the process's resident memory passes the limit. Linux only: elsewhere the cap inside holds. */
function watchMemory(
  child: ChildProcess,
  limitMB: number,
  onExceeded: () => void
): ReturnType<typeof setInterval> | undefined {
  if (process.platform !== 'linux' || child.pid === undefined) return undefined;
  const path = `/proc/${child.pid}/status`;
  const timer = setInterval(() => {
    try {
      const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(path, 'utf8'))?.[1];
      if (resident !== undefined && Number(resident) / 1024 > limitMB) onExceeded();
    } catch {
      clearInterval(timer); // it has ended
    }
  }, WATCH_EVERY_MS);
  timer.unref();
  return timer;
}
