# Fills buffers outside both heaps.
# seen: memory
# must: out-of-memory timed-out error

import js

grown = []
while True:
    grown.append(js.Uint8Array.new(50_000_000).fill(1))
