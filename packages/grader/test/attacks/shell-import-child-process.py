# Starts a program by an import of node:child_process.
# seen: file
# must: failed error
# chromium: no meaning: a browser has no programs to start

import js

js.Function.new("return import('node:child_process').then((c) => c.execSync('touch @FILE@'))")()


def f(x):
    return 0
