# Starts a worker from a Blob, and acts in there.
# seen: http
# must: failed error
# node: no meaning: it has worker threads, without Blobs: see thread-later

import js

js.Function.new(
    """
    const code = `(() => { @PAYLOAD@ })()`;
    new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), { type: 'module' });
    """
)()


def f(x):
    return 0
