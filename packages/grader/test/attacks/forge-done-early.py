# Says that it has run and is done, before a call is made.
# seen: forged
# must: error

import json, os, sys

PROGRAM = {"stdout": "", "stdoutCut": False, "error": None, "functions": ["f"]}
frame = sys._getframe()
while frame is not None:
    emit = frame.f_locals.get("emit")
    if emit is not None:
        emit(json.dumps({"event": "verdict", "passed": True, "stdout": ""}))
        emit(json.dumps({"event": "program", **PROGRAM}))
        emit(json.dumps({"event": "done"}))
        os._exit(0)
    frame = frame.f_back
