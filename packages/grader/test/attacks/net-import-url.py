# Imports a module from a web server.
# seen: http
# must: failed error
# node: no meaning: Node imports files only; in Deno see net-worker

import js

js.Function.new("return import('@HTTP@').catch(() => {})")()


def f(x):
    return 0
