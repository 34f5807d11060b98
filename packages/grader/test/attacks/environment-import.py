# Prints the environment by importing node:process.
# seen: secret
# must: failed error
# chromium: no meaning: a page has no environment

import js

js.Function.new(
    "return import('node:process').then((p) => { try { console.log(JSON.stringify({ ...p.default.env })) } catch {} })"
)()


def f(x):
    return 0
