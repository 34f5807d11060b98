/** The sandbox in Node: `@lectern/grader/node`. */

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SandboxError, type Sandbox } from '../sandbox.js';
import { InterpreterSandbox } from '../host/interpreter-sandbox.js';
import { chooseRuntime, type IsolationOptions } from './isolation.js';
import { ProcessHost } from './process-host.js';
import type { Isolation } from './runtimes.js';

export { findCPython, type CPython } from './cpython.js';
export type { Isolation, IsolationOptions };

/** The folder that the package's build made: scripts, wasm, snapshot. */
export const bundledSandboxFolder = fileURLToPath(new URL('../../sandbox', import.meta.url));

export interface NodeSandboxOptions extends IsolationOptions {
  /** Keep the next interpreter ready, or the next so many; off for a single run. */
  spares?: boolean | number;
  /** Put an interpreter back as it was, where the program that it ran allows it, instead of starting another: on. */
  rewinds?: boolean;
  bundle?: string;
}

export interface NodeSandbox extends Sandbox {
  /** What holds the code that runs here. */
  readonly isolation: Isolation;
}

/** @throws {SandboxError} where no isolation can be had, or the bundle is missing. */
export function createNodeSandbox(options: NodeSandboxOptions = {}): NodeSandbox {
  const { bundle = bundledSandboxFolder, spares = false, rewinds = true } = options;
  if (!existsSync(bundle)) {
    throw new SandboxError(`The sandbox is not built: ${bundle} is missing. Run "npm run build".`);
  }
  const runtime = chooseRuntime(options);
  const sandbox = new InterpreterSandbox(new ProcessHost(runtime, bundle), { spares, rewinds });
  return Object.assign(sandbox, { isolation: runtime.isolation });
}

/** The Python that the cells of `nbgraderChallenge` use: stands once in a notebook, before them. */
export function nbgraderPrelude(): string {
  const file = new URL('../../python/nbgrader_checks.py', import.meta.url);
  return readFileSync(file, 'utf8').trimEnd();
}
