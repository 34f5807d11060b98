# Asks a web server by Node’s http.
# seen: http
# must: failed error
# chromium: no meaning: a page has no modules of Node

import js

js.Function.new(
    "const get = (h) => h.get('@HTTP@').on('error', () => {});"
    "if (globalThis.process) get(process.getBuiltinModule('node:http'));"
    "else import('node:http').then((h) => get(h.default)).catch(() => {});"
)()


def f(x):
    return 0
