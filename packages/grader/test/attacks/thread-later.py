# Starts a thread that acts after the answer has ended.
# seen: file http
# must: failed error

import js


def start(code):
    if hasattr(js, "process"):
        options = js.Object.new()
        options.eval = True
        js.process.getBuiltinModule("node:worker_threads").Worker.new(code, options)
    else:
        options = js.Object.new()
        options.type = "module"
        js.Worker.new("data:text/javascript," + js.encodeURIComponent(code), options)


start(r'''setTimeout(() => { @PAYLOAD@ }, 200)''')


def f(x):
    return 0
