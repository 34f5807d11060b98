# Opens a stream of events.
# seen: http
# must: failed error
# node: no meaning: Node has none

import js

js.EventSource.new("@HTTP@")


def f(x):
    return 0
