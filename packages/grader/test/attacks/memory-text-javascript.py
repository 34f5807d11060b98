# Makes texts of JavaScript without end.
# seen: memory
# must: out-of-memory timed-out error

import js

grown = js.Array.new()
while True:
    grown.push(js.String.new("x" * 5_000_000).toUpperCase())
