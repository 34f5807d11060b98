/** What a Python program says of itself: does it parse, what does it import, which global names does it bind and read? */

import { Analyser } from './analyser.js';
import type { Import } from './imports.js';
import { parsePython } from './parse.js';
import { findSyntaxError } from './syntax.js';

export interface Analysis {
  /** Why it is not valid Python: a sentence's end, and the line (from 1) of the program. */
  syntaxError: { message: string; line: number } | null;
  imports: Import[];
  binds: ReadonlySet<string>;
  /** Names read from the module, in the order of their first read. */
  reads: string[];
  /** `from … import *`: any name may be bound. */
  bindsUnknown: boolean;
}

export function analysePython(source: string): Analysis {
  const failed = (message: string, line: number): Analysis => ({
    syntaxError: { message, line },
    imports: [],
    binds: new Set(),
    reads: [],
    bindsUnknown: false
  });
  const { tree, targets } = parsePython(source);
  const error = findSyntaxError(tree, source);
  if (error !== null) return failed(error.message, lineOf(source, error.offset));
  const analyser = new Analyser(source, targets);
  try {
    analyser.statements(tree.topNode);
  } catch (thrown) {
    // Nesting deeper than the stack: no lesson, but no reason to fail either.
    if (thrown instanceof RangeError) return failed('is nested too deeply', 1);
    throw thrown;
  }
  const reads = [...analyser.module.globalReads()].sort((a, b) => a[1] - b[1]);
  return {
    syntaxError: null,
    imports: analyser.imports,
    binds: new Set(analyser.module.bound.keys()),
    reads: reads.map(([name]) => name),
    bindsUnknown: analyser.imports.some((imported) => imported.star)
  };
}

function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}
