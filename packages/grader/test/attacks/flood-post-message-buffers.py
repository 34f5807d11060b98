# Posts buffers to the page without end.
# seen: flood
# must: timed-out failed error out-of-memory
# node: no meaning: a process posts no messages: see flood-console

import js

buffer = js.Uint8Array.new(5_000_000)
while True:
    js.postMessage(buffer)
