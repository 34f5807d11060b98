/** Watches from outside how much memory a process holds: a cap inside can be undone by what runs there. */

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Where to read it: the kernel's own file, or the program `ps`, which takes some milliseconds a look. */
export type MemorySource = 'proc' | 'ps';

const EVERY_MS: Record<MemorySource, number> = { proc: 25, ps: 250 };

/** `null`: on Windows there is neither, and the cap inside is all. */
function sourceHere(): MemorySource | null {
  if (process.platform === 'linux') return 'proc';
  return process.platform === 'win32' ? null : 'ps';
}

/** Calls `onExceeded` when the resident memory of process `pid` passes the limit. Returns what ends the watch. */
export function watchMemory(
  pid: number,
  limitMB: number,
  onExceeded: () => void,
  source: MemorySource | null = sourceHere()
): () => void {
  if (source === null) return () => undefined;
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    const resident = source === 'proc' ? readProc(pid) : await askPs(pid);
    looking = false;
    if (resident === null)
      clearInterval(timer); // it has ended
    else if (resident > limitMB) onExceeded();
  };
  const timer = setInterval(() => void look(), EVERY_MS[source]);
  timer.unref();
  return () => clearInterval(timer);
}

/** In MB; `null` where there is no such process. */
function readProc(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const resident = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
    return resident === undefined ? null : Number(resident) / 1024;
  } catch {
    return null;
  }
}

function askPs(pid: number): Promise<number | null> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, stdout) => {
      const resident = Number.parseInt(stdout, 10);
      resolve(error === null && Number.isFinite(resident) ? resident / 1024 : null);
    });
  });
}
