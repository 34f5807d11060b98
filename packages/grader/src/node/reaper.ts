/**
 * Ends children whose parent was ended without a chance to: a loop in Python never looks at its standard input,
 * which has closed. A shell waits for that in its place, and for nothing else.
 */

import { spawn, type ChildProcess } from 'node:child_process';

/** Reads `+ PID` and `- PID`; where there is nothing more to read, ends those that are left. */
const SCRIPT = `
trap '' INT TERM HUP QUIT
alive=' '
while read -r change pid; do
  case $change in
    +) alive="$alive$pid " ;;
    -) alive="\${alive%% $pid *} \${alive#* $pid }" ;;
  esac
done
for pid in $alive; do kill -9 -"$pid"; done
`;

/** Only for children that lead a process group of their own. */
export class Reaper {
  #shell: ChildProcess | null = null;

  add(child: ChildProcess): void {
    const { pid } = child;
    if (pid === undefined) return;
    this.#shell ??= start();
    this.#shell.stdin?.write(`+ ${pid}\n`);
    child.once('exit', () => this.#shell?.stdin?.write(`- ${pid}\n`));
  }

  dispose(): void {
    this.#shell?.stdin?.end();
    this.#shell = null;
  }
}

function start(): ChildProcess {
  const shell = spawn('/bin/sh', ['-c', SCRIPT], {
    cwd: '/',
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true
  });
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  return shell;
}
