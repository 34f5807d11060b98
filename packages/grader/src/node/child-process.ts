/** A child process that speaks lines on its pipes, as an interpreter. */

import type { ChildProcess } from 'node:child_process';
import type { Interpreter, Job } from '../host/interpreter.js';
import { MAX_TRAFFIC } from '../host/limits.js';
import { readLines } from './lines.js';
import { watchMemory } from './memory-watch.js';

/** What the runtime, Pyodide and the snapshot take themselves, beside the learner's memory. */
const BASE_MEMORY_MB = 512;

export function connect(child: ChildProcess): Interpreter {
  let over = false;
  let stopWatching = (): void => undefined;
  const tell = (message: string): void => void child.stdin?.write(`${message}\n`);
  const interpreter: Interpreter = {
    onMessage: () => undefined,
    onExit: () => undefined,
    start: (job: Job) => {
      stopWatching();
      const limitMB = job.memoryLimitMB + BASE_MEMORY_MB;
      if (child.pid !== undefined)
        stopWatching = watchMemory(child.pid, limitMB, () => end('memory'));
      tell(JSON.stringify(job));
    },
    send: tell,
    kill: () => {
      over = true;
      stopWatching();
      endProcess(child);
      child.stdout?.destroy(); // whatever is still in the pipe is nobody's
    }
  };
  const end = (reason: 'exit' | 'memory'): void => {
    if (over) return;
    interpreter.kill();
    interpreter.onExit(reason);
  };
  if (child.stdout !== null) {
    readLines(child.stdout, {
      maxBytes: MAX_TRAFFIC,
      onLine: (line) => {
        if (!over) interpreter.onMessage(line);
      },
      onTooLong: () => end('exit')
    });
  }
  child.stdin?.on('error', () => undefined); // it died first: its end tells
  child.once('error', (error) => {
    if (!over) interpreter.onMessage(`fault ${error.message}`);
  });
  child.once('close', () => end('exit'));
  return interpreter;
}

/** At once, with whatever it has started, if it leads a group of its own. */
export function endProcess(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
