# Tells that it has only just begun, that it waits, and then loops.
# seen: overrun
# must: timed-out error failed

import json, sys

frame = sys._getframe()
emit = None
while frame is not None and emit is None:
    emit = frame.f_locals.get("emit")
    frame = frame.f_back
PROGRAM = {"stdout": "", "stdoutCut": False, "error": None, "functions": ["f"]}
for event in ("program", "started", "idle", "source", "source-end", "asks"):
    emit(json.dumps({"event": event, "index": 0, "end": "done", "durationMs": 0, **PROGRAM}))
while True:
    try:
        while True:
            emit('{"event": "started"}')
            emit('{"event": "source", "index": 1}')
            for _ in range(100000):
                pass
    except BaseException:
        pass
