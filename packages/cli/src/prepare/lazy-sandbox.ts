/** A Node sandbox that is made when it is first needed, and closed with the work that needed it. */

import { createNodeSandbox } from '@lectern/grader/node';
import type { Sandbox } from '@lectern/grader';

export async function withSandbox<T>(
  work: (sandbox: () => Sandbox) => Promise<T>,
  options: { spares?: boolean | number } = {}
): Promise<T> {
  let made: Sandbox | null = null;
  try {
    return await work(() => (made ??= createNodeSandbox(options)));
  } finally {
    // Assigned in the callback, which the compiler does not follow.
    (made as Sandbox | null)?.dispose();
  }
}
