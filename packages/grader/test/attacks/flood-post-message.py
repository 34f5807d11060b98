# Posts to the page without end.
# seen: flood
# must: timed-out failed error out-of-memory
# node: no meaning: a process posts no messages: see flood-console

import js

js.eval("const text = 'x'.repeat(100_000); for (;;) postMessage(text);")
