# Posts next to nothing to the page, without end.
# seen: flood
# must: timed-out failed error out-of-memory
# node: no meaning: a process posts no messages: see flood-console

import js

while True:
    js.postMessage("")
