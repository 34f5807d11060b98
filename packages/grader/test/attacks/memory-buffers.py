# Fills buffers outside both heaps.
# seen: memory
# must: out-of-memory timed-out error

import js

js.eval("const grown = []; for (;;) grown.push(new Uint8Array(50_000_000).fill(1));")
