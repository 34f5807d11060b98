# Starts a thread that acts after the answer has ended.
# seen: file http
# must: failed error timed-out

import js

js.Function.new(
    """
    const code = `setTimeout(() => { @PAYLOAD@ }, 200)`;
    const { Worker: NodeWorker } = globalThis.process?.getBuiltinModule('node:worker_threads') ?? {};
    if (NodeWorker) new NodeWorker(code, { eval: true });
    else new Worker('data:text/javascript,' + encodeURIComponent(code), { type: 'module' });
    """
)()


def f(x):
    return 0
