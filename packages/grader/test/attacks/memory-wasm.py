# Makes WebAssembly memories of its own.
# seen: memory
# must: out-of-memory timed-out error

import js
from pyodide.ffi import to_js

grown = []
while True:
    memory = js.WebAssembly.Memory.new(to_js({"initial": 1000}, dict_converter=js.Object.fromEntries))
    js.Uint8Array.new(memory.buffer).fill(1)
    grown.append(memory)
