/** Serves one request in this interpreter, and reports what happens as text messages. */

import type { Pyodide } from 'pyodide/pyodide.mjs';
import { fixClock } from './clock.js';
import { capMemory } from './memory.js';

/** What the host sends: who is to serve it, and under which name the answers come back. */
export interface Job {
  nonce: string;
  role: 'answer' | 'author';
  /** JSON for the role's Python entry point. */
  request: string;
  seed: number;
  memoryLimitMB: number;
}

export function serve(pyodide: Pyodide, job: Job, send: (message: string) => void): void {
  const emit = (eventJson: string): void => send(`${job.nonce} ${eventJson}`);
  const entry = pyodide.pyimport(`lectern_runtime.${job.role}`);
  capMemory(job.memoryLimitMB * 1024 * 1024);
  fixClock(job.seed);
  emit('{"event":"started"}');
  try {
    entry.run(job.request, emit);
  } catch (error) {
    emit(JSON.stringify({ event: 'crashed', message: String(error).slice(0, 2_000) }));
  }
}
