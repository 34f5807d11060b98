/** The sandbox in Node: `@lectern/grader/node`. */

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SandboxError, type Sandbox } from '../sandbox.js';
import { InterpreterSandbox } from '../host/interpreter-sandbox.js';
import { DenoHost } from './deno-host.js';
import { findDeno } from './deno.js';

export { findCPython, type CPython } from './cpython.js';

/** The folder that the package's build made: scripts, wasm, snapshot. */
export const bundledSandboxFolder = fileURLToPath(new URL('../../sandbox', import.meta.url));

export interface NodeSandboxOptions {
  /** Keep the next interpreter ready, or the next so many; off for a single run. */
  spares?: boolean | number;
  bundle?: string;
}

/** @throws {SandboxError} where no isolation can be had, or the bundle is missing. */
export function createNodeSandbox(options: NodeSandboxOptions = {}): Sandbox {
  const bundle = options.bundle ?? bundledSandboxFolder;
  if (!existsSync(bundle)) {
    throw new SandboxError(`The sandbox is not built: ${bundle} is missing. Run "npm run build".`);
  }
  return new InterpreterSandbox(new DenoHost(findDeno(), bundle), {
    spares: options.spares ?? false
  });
}

/** The Python that the cells of `nbgraderChallenge` use: stands once in a notebook, before them. */
export function nbgraderPrelude(): string {
  const file = new URL('../../python/nbgrader_checks.py', import.meta.url);
  return readFileSync(file, 'utf8').trimEnd();
}
