# Ends the process well before anybody can say that it is wrong.
# seen: forged
# must: error timed-out
# chromium: no meaning: a worker has no exit status

import js


def f(x):
    js.Function.new("globalThis.process ? process.exit(0) : import('node:process').then((p) => p.default.exit(0))")()
    while True:
        pass
