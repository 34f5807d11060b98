# Logs to the console’s errors without end.
# seen: flood memory
# must: timed-out failed error out-of-memory
# chromium: no meaning: nobody reads a console: see flood-post-message

import js

js.eval("const line = 'x'.repeat(999_999); for (;;) console.error(line);")
