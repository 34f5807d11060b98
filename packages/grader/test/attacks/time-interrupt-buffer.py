# Takes the buffer away by which it would be interrupted.
# seen: overrun
# must: timed-out

import pyodide_js

pyodide_js.setInterruptBuffer(None)
while True:
    pass
