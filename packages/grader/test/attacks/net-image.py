# Has a picture fetched, by the styles of a text drawn to a canvas or a request for its bytes.
# seen: http
# must: failed error

import js

js.Function.new("return fetch('@HTTP@', { mode: 'no-cors', keepalive: true }).catch(() => {})")()


def f(x):
    return 0
