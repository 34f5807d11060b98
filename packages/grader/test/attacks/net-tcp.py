# Opens a connection by Node’s net.
# seen: http
# must: failed error
# chromium: no meaning: a page has no modules of Node

import js

js.Function.new(
    """
    const url = new URL('@HTTP@');
    const connect = (net) =>
      net.connect(Number(url.port), url.hostname).on('error', () => {}).write('GET ' + url.pathname + ' HTTP/1.0\\r\\n\\r\\n');
    if (globalThis.process) connect(process.getBuiltinModule('node:net'));
    else import('node:net').then((net) => connect(net.default)).catch(() => {});
    """
)()


def f(x):
    return 0
