/**
 * A Python that is installed on this machine, to compare with. It isolates nothing: it is for an author's own
 * answers, on the author's own machine, and never given a learner's.
 */

import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Interpreter, InterpreterHost } from '../host/interpreter.js';
import { InterpreterSandbox } from '../host/interpreter-sandbox.js';
import type { RunOptions, RunRequest, RunResult } from '../sandbox.js';
import { connect } from './deno-host.js';

const RUNTIME = fileURLToPath(new URL('../../python', import.meta.url));
/** Named by the user first; then what systems call it. */
const NAMES = ['python3', 'python3.16', 'python3.15', 'python3.14', 'python'];

/** Speaks with us where the answer's own output does not go. */
const PROGRAM = `
import json, os, sys
sys.path.insert(0, ${JSON.stringify(RUNTIME)})
from lectern_runtime import answer
out = os.fdopen(os.dup(1), "w", encoding="utf-8")
lines = os.fdopen(os.dup(0), encoding="utf-8")
def say(line):
    out.write(line + "\\n")
    out.flush()
say("ready")
job = json.loads(lines.readline())
emit = lambda event: say(job["nonce"] + " " + event)
emit('{"event":"started"}')
conversation = answer.run(job["request"], emit)
while conversation is not None and (line := lines.readline()):
    conversation.ask(line)
`;

export class CPython implements InterpreterHost {
  readonly #sandbox = new InterpreterSandbox(this, { spares: false });

  constructor(
    private readonly command: string,
    /** Such as `3.14.2`. */
    readonly version: string
  ) {}

  run(request: RunRequest, options: RunOptions = {}): Promise<RunResult> {
    return this.#sandbox.run(request, options);
  }

  spawn(): Interpreter {
    return connect(
      spawn(this.command, ['-X', 'utf8', '-c', PROGRAM], {
        // A fixed seed of hashes. Sets of texts have another order than in the sandbox all the same, where
        // hashes have 32 bits: an answer that shows it is one that must be found out.
        env: { PATH: process.env['PATH'] ?? '', PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' },
        stdio: ['pipe', 'pipe', 'ignore']
      })
    );
  }

  dispose(): void {
    // Nothing outlives a run.
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
