# Starts a worker from an address.
# seen: http
# must: failed error
# node: no meaning: its threads come from files

import js

js.Worker.new("@HTTP@")


def f(x):
    return 0
