# Makes texts of JavaScript without end.
# seen: memory
# must: out-of-memory timed-out error

import js

js.eval("const grown = []; for (let i = 0; ; i++) grown.push(JSON.stringify(String(i).repeat(1_000_000)));")
