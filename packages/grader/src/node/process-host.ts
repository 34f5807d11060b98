/** Interpreters as child processes of a runtime that holds them, more or less. */

import { spawn, type ChildProcess } from 'node:child_process';
import { realpathSync } from 'node:fs';
import type { Interpreter, InterpreterHost } from '../host/interpreter.js';
import { connect, endProcess } from './child-process.js';
import { Reaper } from './reaper.js';
import type { Runtime } from './runtimes.js';

const POSIX = process.platform !== 'win32';

/**
 * Of the shell that becomes the child. By the kernel's own rule the child writes no file and leaves no core dump,
 * whatever its runtime has overlooked; an attempt is an error instead of its end, which runtimes can report.
 */
const LIMITED = `trap '' XFSZ; ulimit -c 0; ulimit -f 0; unset PWD OLDPWD; exec "$@"`;

export class ProcessHost implements InterpreterHost {
  readonly #bundle: string;
  readonly #children = new Set<ChildProcess>();
  readonly #reaper = POSIX ? new Reaper() : null;
  readonly #onExit = (): void => this.#endAll();

  constructor(
    private readonly runtime: Runtime,
    bundle: string
  ) {
    // Permissions are of real paths.
    this.#bundle = realpathSync(bundle);
    process.once('exit', this.#onExit);
  }

  spawn(): Interpreter {
    const { command, args, env, limited } = this.runtime;
    const program = [command, ...args(this.#bundle)] as const;
    const [file, ...rest] =
      POSIX && limited ? (['/bin/sh', '-c', LIMITED, 'sh', ...program] as const) : program;
    const child = spawn(file, rest, {
      cwd: this.#bundle,
      env: env(this.#bundle),
      // Nothing that it says of itself is believed, or kept.
      stdio: ['pipe', 'pipe', 'ignore'],
      // A session of its own: Ctrl-C in the terminal is ours to act on, and there is no terminal for it to write to.
      // On Windows a child that is not detached ends with us, whatever ends us.
      detached: POSIX,
      windowsHide: true
    });
    this.#children.add(child);
    this.#reaper?.add(child);
    child.once('exit', () => this.#children.delete(child));
    return connect(child);
  }

  dispose(): void {
    process.removeListener('exit', this.#onExit);
    this.#endAll();
    this.#reaper?.dispose();
  }

  #endAll(): void {
    for (const child of this.#children) endProcess(child);
  }
}
