# Makes WebAssembly memories of its own.
# seen: memory
# must: out-of-memory timed-out error

import js

js.eval(
    "const grown = []; for (;;) { const m = new WebAssembly.Memory({ initial: 1000 });"
    "new Uint8Array(m.buffer).fill(1); grown.push(m); }"
)
