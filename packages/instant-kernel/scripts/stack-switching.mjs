// @ts-check
/**
 * Waiting for a promise in the middle of Python (`time.sleep`, `asyncio.run`, `run_sync`): once, while it starts, Python
 * chooses the function for that, by what its host can do. The choice is in the snapshot, and most browsers can.
 */

/** Lets Pyodide find WebAssembly's stack switching here, which Node 20 lacks; nothing in a snapshot's making uses it. */
export function asIfStackSwitching() {
  if ('Suspending' in WebAssembly) return;
  Object.assign(WebAssembly, {
    /** @param {Function} called */
    Suspending: function (called) {
      return called;
    },
    /** @param {Function} called */
    promising:
      (called) =>
      async (/** @type {unknown[]} */ ...values) =>
        called(...values)
  });
}
