/** Runs the built command as a person would, for tests. */

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/lectern.mjs', import.meta.url));
export const TEST_DATA = fileURLToPath(new URL('../../test', import.meta.url));
export const SAMPLE = join(TEST_DATA, 'lessons/canonical.md');

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** `onStart` is given the process, to do something to it. */
export function runLectern(
  args: string[],
  options: { cwd?: string; onStart?: (child: ChildProcess) => void } = {}
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: options.cwd ?? temporaryFolder(),
      env: { ...process.env, NO_COLOR: '1', LECTERN_SETUP: 'done' },
      stdio: ['ignore', 'pipe', 'pipe']
    });
    options.onStart?.(child);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lectern-test-'));
}
