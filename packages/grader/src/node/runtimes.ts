/** What can hold a child process: Deno without permissions, Node's permission model, or nothing. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { SandboxError } from '../sandbox.js';
import { findDeno } from './deno.js';

export type Isolation = 'deno' | 'node' | 'none';

export interface Runtime {
  isolation: Isolation;
  command: string;
  args: (bundle: string) => string[];
  env: (bundle: string) => Record<string, string>;
  /** Whether the kernel is asked to hold it too. */
  limited: boolean;
}

/** Earlier ones leave the network open to what runs under `--permission`. */
const OLDEST_NODE = 26;

const DENO_FLAGS = [
  'run',
  '--quiet',
  '--no-prompt',
  '--no-config',
  '--no-lock',
  '--no-npm',
  '--no-remote',
  '--deny-import',
  '--node-modules-dir=none'
];

const NODE_FLAGS = [
  '--permission',
  // SQLite opens files by itself.
  '--no-experimental-sqlite',
  // Some of V8's flags write files, and `node:v8` sets flags.
  '--freeze-flags-after-init'
];

/** @throws {SandboxError} where it cannot run here */
export function denoRuntime(): Runtime {
  const command = findDeno();
  const fault = faultOf(command);
  if (fault !== null) throw new SandboxError(`Deno does not start (${fault})`);
  return {
    isolation: 'deno',
    command,
    args: (bundle) => [
      ...DENO_FLAGS,
      `--allow-read=${bundle}`,
      join(bundle, 'child.js'),
      bundle,
      'deno'
    ],
    env: (bundle) => ({
      // Beneath a file, where no folder can be made: what one answer put into `localStorage` or `caches` would be
      // there for the next one.
      DENO_DIR: join(bundle, 'manifest.json', 'none'),
      DENO_NO_UPDATE_CHECK: '1',
      NO_COLOR: '1'
    }),
    limited: true
  };
}

/** @throws {SandboxError} where it is too old */
export function nodeRuntime(command: string): Runtime {
  const version =
    command === process.execPath ? process.version : (versionOf(command) ?? 'of no known version');
  if (!(majorOf(version) >= OLDEST_NODE)) {
    throw new SandboxError(`Node ${version} is older than ${OLDEST_NODE}`);
  }
  return {
    isolation: 'node',
    command,
    args: (bundle) => [
      ...NODE_FLAGS,
      `--allow-fs-read=${bundle}`,
      join(bundle, 'child.js'),
      bundle,
      'node'
    ],
    env: () => ({}),
    limited: true
  };
}

export function unheldRuntime(command: string): Runtime {
  return {
    isolation: 'none',
    command,
    args: (bundle) => [join(bundle, 'child.js'), bundle, 'none'],
    env: () => ({}),
    limited: false
  };
}

/** Why a program does not start, in a line; `null` where it does. */
function faultOf(command: string): string | null {
  const { error, status, stderr } = spawnSync(command, ['--version'], {
    encoding: 'utf8',
    env: {}
  });
  if (error !== undefined) return error.message;
  if (status === 0) return null;
  const [first = ''] = stderr.trim().split('\n');
  return first === '' ? `exit status ${status}` : first;
}

function versionOf(command: string): string | null {
  const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

function majorOf(version: string): number {
  return Number(/^v(\d+)/.exec(version)?.[1]);
}
