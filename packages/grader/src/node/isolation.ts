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
  /** `auto` may go without, where there is neither. */
  trustSubmissions?: boolean;
  /** The Node binary for `node` and `none`; otherwise the one that runs this. */
  node?: string;
  /** Told once, where code is held less well than by Deno. By default it is written to stderr. */
  onWarning?: (message: string) => void;
}

/** @throws {SandboxError} where there is no isolation, and going without was not asked for. */
export function chooseRuntime(options: IsolationOptions, findDeno = denoRuntime): Runtime {
  const { isolation = 'auto', node = process.execPath, onWarning = writeWarning } = options;
  switch (isolation) {
    case 'deno':
      return findDeno();
    case 'node': {
      const runtime = nodeRuntime(node);
      onWarning(`Answers are held by Node's permission model${WEAKER}.`);
      return runtime;
    }
    case 'none':
      onWarning(`${WITHOUT}.`);
      return unheldRuntime(node);
    case 'auto':
      return bestHere({ ...options, node, onWarning }, findDeno);
  }
}

const WITHOUT =
  'ANSWERS RUN WITHOUT ISOLATION, since you trust them: each can read, change and send whatever you can';
const WEAKER =
  ', which is weaker than Deno: it is young, and was not made to hold hostile code (docs/decisions/isolation.md)';

function bestHere(
  {
    node,
    onWarning,
    trustSubmissions = false
  }: Required<Pick<IsolationOptions, 'node' | 'onWarning'>> & IsolationOptions,
  findDeno: () => Runtime
): Runtime {
  const faults: string[] = [];
  const tried = (make: () => Runtime): Runtime | null => {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof SandboxError)) throw error;
      faults.push(error.message);
      return null;
    }
  };
  const deno = tried(findDeno);
  if (deno !== null) return deno;
  const held = tried(() => nodeRuntime(node));
  if (held !== null) {
    onWarning(`${faults[0]}. Answers are held by Node's permission model instead${WEAKER}.`);
    return held;
  }
  const why = faults.join(', and ');
  if (!trustSubmissions) {
    throw new SandboxError(
      `Code cannot be run safely here: ${why}. Run "npm ci" again, use Node 26 or later, or, if you trust every submission, say --trust-submissions.`
    );
  }
  onWarning(`${why}. ${WITHOUT}.`);
  return unheldRuntime(node);
}

function writeWarning(message: string): void {
  process.stderr.write(`lectern: warning: ${message}\n`);
}
