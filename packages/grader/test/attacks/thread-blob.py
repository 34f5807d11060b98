# Starts a worker from a Blob, and acts in there.
# seen: http
# must: failed error
# node: no meaning: it has worker threads, without Blobs: see thread-later

import js
from pyodide.ffi import to_js

options = js.Object.new()
options.type = "text/javascript"
blob = js.Blob.new(to_js([r'''(() => { @PAYLOAD@ })()''']), options)
js.Worker.new(js.URL.createObjectURL(blob))


def f(x):
    return 0
