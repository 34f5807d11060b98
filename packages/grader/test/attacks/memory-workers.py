# Starts threads that hold memory.
# seen: memory
# must: out-of-memory timed-out error

import js

CODE = """
  const grown = [];
  for (let i = 0; i < 8; i++) grown.push(new Uint8Array(50_000_000).fill(1));
  setTimeout(() => grown, 60_000);
"""
workers = []
for _ in range(6):
    if hasattr(js, "process"):
        options = js.Object.new()
        options.eval = True
        threads = js.process.getBuiltinModule("node:worker_threads")
        workers.append(threads.Worker.new(CODE, options))
    else:
        url = "data:text/javascript," + js.encodeURIComponent(CODE)
        workers.append(js.Worker.new(url))
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
