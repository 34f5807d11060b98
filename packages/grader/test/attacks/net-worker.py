# Asks a web server from a worker, which has names of its own.
# seen: http
# must: failed error

import js

js.Function.new(
    """
    const code = `fetch('@HTTP@').catch(() => {}); import('@HTTP@').catch(() => {});`;
    const { Worker: NodeWorker } = globalThis.process?.getBuiltinModule('node:worker_threads') ?? {};
    if (NodeWorker) new NodeWorker(code, { eval: true });
    else new Worker('data:text/javascript,' + encodeURIComponent(code), { type: 'module' });
    const until = Date.now() + 200;
    while (Date.now() < until);
    """
)()


def f(x):
    return 0
