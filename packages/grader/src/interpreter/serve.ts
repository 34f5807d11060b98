/** Serves one request in this interpreter, and reports what happens as text messages. */

import type { Pyodide } from 'pyodide/pyodide.mjs';
import { fixClock, realNow } from './clock.js';
import type { Job } from './job.js';
import { capMemory } from './memory.js';

export interface Served {
  /** Takes the host's further messages; `null` where the job has none to wait for. */
  listener: ((message: string) => void) | null;
  /** How many messages Python sent. */
  sent: number;
  /** An error of the interpreter's own, not of the program in it. */
  failed: boolean;
}

export function serve(pyodide: Pyodide, job: Job, send: (message: string) => void): Served {
  const served: Served = { listener: null, sent: 0, failed: false };
  const emit = (eventJson: string): void => {
    served.sent++;
    send(`${job.nonce} ${eventJson}`);
  };
  const guarded = <T>(work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      served.failed = true;
      emit(JSON.stringify({ event: 'crashed', message: String(error).slice(0, 2_000) }));
      return null;
    }
  };
  const entry = pyodide.pyimport(`lectern_runtime.${job.role}`);
  capMemory(job.memoryLimitMB * 1024 * 1024);
  fixClock(job.seed);
  send(`${job.nonce} {"event":"started"}`);
  const session = guarded(() =>
    // A batch measures how long its programs take.
    job.role === 'batch' ? entry.run(job.request, emit, realNow) : entry.run(job.request, emit)
  );
  if (session) served.listener = (message) => void guarded(() => session.ask(message));
  return served;
}
