/** Serves one request in this interpreter, and reports what happens as text messages. */

import type { Pyodide } from 'pyodide/pyodide.mjs';
import { fixClock } from './clock.js';
import { capMemory } from './memory.js';

/** Each is an entry point of `lectern_runtime`; none is ever given a learner's code. */
export type AuthorRole = 'author' | 'mutation' | 'batch' | 'cells' | 'tests';

/** What the host sends: who is to serve it, and under which name the answers come back. */
export interface Job {
  nonce: string;
  role: 'answer' | AuthorRole;
  /** JSON for the role's Python entry point. */
  request: string;
  seed: number;
  memoryLimitMB: number;
}

/** Takes the host's further messages; `null` where the job has none to wait for. */
export type Listener = ((message: string) => void) | null;

export function serve(pyodide: Pyodide, job: Job, send: (message: string) => void): Listener {
  const emit = (eventJson: string): void => send(`${job.nonce} ${eventJson}`);
  const guarded = <T>(work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      emit(JSON.stringify({ event: 'crashed', message: String(error).slice(0, 2_000) }));
      return null;
    }
  };
  // Before it is fixed: a batch measures how long its programs take.
  const now = performance.now.bind(performance);
  const entry = pyodide.pyimport(`lectern_runtime.${job.role}`);
  capMemory(job.memoryLimitMB * 1024 * 1024);
  fixClock(job.seed);
  emit('{"event":"started"}');
  const session = guarded(() =>
    job.role === 'batch' ? entry.run(job.request, emit, now) : entry.run(job.request, emit)
  );
  return session ? (message) => void guarded(() => session.ask(message)) : null;
}
