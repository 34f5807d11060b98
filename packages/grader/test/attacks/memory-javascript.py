# Grows arrays of JavaScript, outside Python’s memory.
# seen: memory
# must: out-of-memory timed-out error

import js

js.eval("const grown = []; for (;;) grown.push(new Array(1_000_000).fill(1.5));")
