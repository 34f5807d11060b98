# Asks a web server from a worker, which has names of its own.
# seen: http
# must: failed error

import time

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


start("fetch('@HTTP@').catch(() => {}); import('@HTTP@').catch(() => {});")
if not hasattr(js, "process"):
    start("import '@HTTP@';")
    start("const r = new XMLHttpRequest(); r.open('GET', '@HTTP@', false); r.send();")
    start("new EventSource('@HTTP@');")
    start("new WebSocket('@WS@');")
until = time.time() + 0.3
while time.time() < until:
    pass


def f(x):
    return 0
