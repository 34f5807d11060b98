/** Decides what holds the answers on this machine, and says so where it is weaker than it should be. */

import { SandboxError } from '../sandbox.js';
import {
  denoRuntime,
  nodeRuntime,
  unheldRuntime,
  type Isolation,
  type Runtime
} from './runtimes.js';

export interface IsolationOptions {
  /** `auto`: Deno; where it cannot run, Node's permission model; otherwise none of them, and an error. */
  isolation?: Isolation | 'auto';
  /** The Node binary for `node` and `none`; otherwise the one that runs this. */
  node?: string;
  /** Told once, where code is held less well than by Deno. By default it is written to stderr. */
  onWarning?: (message: string) => void;
}

/** @throws {SandboxError} where there is no isolation, and going without was not asked for. */
export function chooseRuntime({
  isolation = 'auto',
  node = process.execPath,
  onWarning = (message) => process.stderr.write(`lectern: warning: ${message}\n`)
}: IsolationOptions): Runtime {
  switch (isolation) {
    case 'deno':
      return denoRuntime();
    case 'node': {
      const runtime = nodeRuntime(node);
      onWarning(`Answers are held by Node's permission model${WEAKER}`);
      return runtime;
    }
    case 'none':
      onWarning(
        'ANSWERS RUN WITHOUT ISOLATION: each can read, change and send whatever you can. Only for submissions that you trust.'
      );
      return unheldRuntime(node);
    case 'auto':
      return chooseHere(node, onWarning);
  }
}

const WEAKER =
  ', which is weaker than Deno: it is young, and was not made to hold hostile code. What holds is in docs/decisions/isolation.md.';

function chooseHere(node: string, onWarning: (message: string) => void): Runtime {
  let denoFault: string;
  try {
    return denoRuntime();
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    denoFault = error.message;
  }
  try {
    const runtime = nodeRuntime(node);
    onWarning(`${denoFault}. Answers are held by Node's permission model instead${WEAKER}`);
    return runtime;
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    throw new SandboxError(
      `Code cannot be run safely here: ${denoFault}, and ${error.message}. Run "npm ci" again, use Node 26 or later, or, if you trust every submission, say --trust-submissions.`
    );
  }
}
