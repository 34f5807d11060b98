# Stops every clock that it can reach, and loops.
# seen: overrun
# must: timed-out

import time

import js
from pyodide.ffi import create_proxy

time.time = time.monotonic = time.perf_counter = lambda: 0.0
never = create_proxy(lambda *_: 0)
js.Date.now = js.performance.now = never
js.setTimeout = js.setInterval = js.clearTimeout = never
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
