# Stops every clock that it can reach, and loops.
# seen: overrun
# must: timed-out

import time, js

time.time = time.monotonic = time.perf_counter = lambda: 0.0
js.eval(
    "Date.now = () => 0; performance.now = () => 0; globalThis.setTimeout = globalThis.setInterval = () => 0;"
    "globalThis.clearTimeout = () => 0"
)
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
