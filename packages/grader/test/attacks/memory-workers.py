# Starts threads that hold memory.
# seen: memory
# must: out-of-memory timed-out error

import js

js.eval(
    """
    const code = 'const grown = []; for (let i = 0; i < 8; i++) grown.push(new Uint8Array(50_000_000).fill(1)); setTimeout(() => grown, 60_000)';
    const { Worker: NodeWorker } = globalThis.process?.getBuiltinModule('node:worker_threads') ?? {};
    for (let i = 0; i < 6; i++) {
      if (NodeWorker) new NodeWorker(code, { eval: true });
      else new Worker('data:text/javascript,' + encodeURIComponent(code), { type: 'module' });
    }
    const until = Date.now() + 3000;
    while (Date.now() < until);
    """
)
