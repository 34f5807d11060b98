# Posts buffers to the page without end.
# seen: flood
# must: timed-out failed error out-of-memory
# node: no meaning: a process posts no messages: see flood-console

import js

js.eval("for (;;) postMessage(new Uint8Array(5_000_000));")
