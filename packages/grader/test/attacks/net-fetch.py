# Asks a web server by fetch.
# seen: http
# must: failed error

import js

js.fetch("@HTTP@")


def f(x):
    return 0
