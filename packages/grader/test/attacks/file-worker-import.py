# Has a worker import a file of the machine before it runs.
# seen: secret
# must: failed error
# chromium: no meaning: a page has no files of the machine

import js

js.Function.new(
    """
    const code = `import secret from "file://@SECRET_FILE@" with { type: "json" }; console.log(secret);`;
    const { Worker: NodeWorker } = globalThis.process?.getBuiltinModule('node:worker_threads') ?? {};
    const url = new URL('data:text/javascript,' + encodeURIComponent(code));
    if (NodeWorker) {
      const read = `console.log(require('node:fs').readFileSync('@SECRET_FILE@', 'utf8'))`;
      new NodeWorker(read, { eval: true });
    } else new Worker(url, { type: 'module' });
    """
)()


def f(x):
    return 0
