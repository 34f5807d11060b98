/** Where a program's module reads each name for the first time, and where it gives it a value. */

import { Analyser } from './analyser.js';
import type { PythonTree } from './parse.js';

export interface PythonNames {
  /** Offsets of first reads, of names that are not local to a function: builtins, imports, the program's own. */
  reads: ReadonlyMap<string, number>;
  /** From where on the module has each of its own names. */
  bindings: ReadonlyMap<string, number>;
}

export function namesOf(source: string, { tree, targets }: PythonTree): PythonNames {
  const analyser = new Analyser(source, targets);
  try {
    analyser.statements(tree.topNode);
  } catch (error) {
    // Nesting deeper than the stack: what was read until then.
    if (!(error instanceof RangeError)) throw error;
  }
  return { reads: analyser.module.globalReads(), bindings: analyser.module.bound };
}
