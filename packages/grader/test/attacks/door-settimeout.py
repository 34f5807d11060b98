# Has JavaScript run later, when Python has returned.
# seen: file http
# must: failed error

import js

js.setTimeout(js.Function.new(r'''@PAYLOAD@'''), 0)


def f(x):
    return 0
