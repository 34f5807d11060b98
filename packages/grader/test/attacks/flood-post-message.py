# Posts to the page without end.
# seen: flood
# must: timed-out failed error out-of-memory
# node: no meaning: a process posts no messages: see flood-console

import js

text = "x" * 100_000
while True:
    js.postMessage(text)
