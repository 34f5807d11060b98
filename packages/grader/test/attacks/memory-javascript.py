# Grows arrays of JavaScript, outside Python’s memory.
# seen: memory
# must: out-of-memory timed-out error

import js

grown = []
while True:
    grown.append(js.Array.new(1_000_000).fill(1.5))
