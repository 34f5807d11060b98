# Opens a WebSocket.
# seen: ws
# must: failed error
# control: node26

import js

js.WebSocket.new("@WS@")


def f(x):
    return 0
