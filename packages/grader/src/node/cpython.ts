/**
 * A Python that is installed on this machine, to compare with. It isolates nothing: it is for an author's own
 * answers, on the author's own machine, and never given a learner's.
 */

import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseEvent } from '../host/protocol.js';
import { RunCollector } from '../host/run-collector.js';
import type { RunEnd, RunRequest, RunResult } from '../sandbox.js';

const RUNTIME = fileURLToPath(new URL('../../python', import.meta.url));
/** Named by the user first; then what systems call it. */
const NAMES = ['python3', 'python3.16', 'python3.15', 'python3.14', 'python'];

/** Events go where the answer's own output does not. */
const PROGRAM = `
import os, sys
sys.path.insert(0, ${JSON.stringify(RUNTIME)})
from lectern_runtime.answer import run
out = os.fdopen(os.dup(1), "w", encoding="utf-8")
request = sys.stdin.read()
def emit(event):
    out.write("e " + event + "\\n")
    out.flush()
run(request, emit)
`;

export class CPython {
  constructor(
    private readonly command: string,
    /** Such as `3.14.2`. */
    readonly version: string
  ) {}

  run(request: RunRequest): Promise<RunResult> {
    const collector = new RunCollector(request.calls.length);
    const startedAt = performance.now();
    return new Promise((resolve, reject) => {
      const child = spawn(this.command, ['-X', 'utf8', '-c', PROGRAM], {
        // A fixed seed of hashes. Sets of texts have another order than in the sandbox all the same, where
        // hashes have 32 bits: an answer that shows it is one that must be found out.
        env: { PATH: process.env['PATH'] ?? '', PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' },
        stdio: ['pipe', 'pipe', 'ignore']
      });
      let end: RunEnd = 'crashed';
      const timer = setTimeout(() => {
        end = 'timed-out';
        child.kill('SIGKILL');
      }, request.timeLimitSeconds * 1_000);
      const lines = createInterface({ input: child.stdout });
      lines.on('line', (line) => {
        const event = parseEvent(line, 'e');
        if (event?.event === 'done' || event?.event === 'out-of-memory') end = event.event;
        else if (event !== null) collector.add(event);
      });
      child.on('error', reject);
      child.stdin.on('error', () => undefined); // it ended first: `close` tells
      lines.on('close', () => {
        clearTimeout(timer);
        resolve(collector.result({ end, durationMs: performance.now() - startedAt }));
      });
      child.stdin.end(JSON.stringify(request));
    });
  }
}

/** The first Python on the PATH that is at least as new as the browser's; `null` where there is none. */
export function findCPython(minimum: readonly [number, number] = browserPython()): CPython | null {
  const chosen = process.env['LECTERN_CPYTHON'];
  for (const command of chosen === undefined ? NAMES : [chosen]) {
    const { status, stdout } = spawnSync(
      command,
      ['-c', 'import platform; print(platform.python_implementation(), platform.python_version())'],
      { encoding: 'utf8' }
    );
    if (status !== 0) continue;
    const [implementation, version = ''] = stdout.trim().split(' ');
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const isNewEnough = major === minimum[0] && minor >= minimum[1];
    if (implementation === 'CPython' && isNewEnough) return new CPython(command, version);
  }
  return null;
}

/** Pyodide's versions name its Python's: 314.0.7 runs Python 3.14. */
function browserPython(): readonly [number, number] {
  const manifest = readFileSync(
    join(fileURLToPath(new URL('../../sandbox', import.meta.url)), 'manifest.json'),
    'utf8'
  );
  const { pyodide } = JSON.parse(manifest) as { pyodide: string };
  const series = pyodide.split('.')[0] ?? '';
  return [Number(series.slice(0, 1)), Number(series.slice(1))];
}
