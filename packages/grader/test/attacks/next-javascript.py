# Breaks JavaScript for whatever uses it next.
# seen: next
# must: failed error

import js

js.eval(
    "Object.prototype.then = function () {}; Promise.prototype.then = function () { throw 1 };"
    "JSON.stringify = () => '{}'; TextDecoder.prototype.decode = () => '';"
)


def f(x):
    return 0
