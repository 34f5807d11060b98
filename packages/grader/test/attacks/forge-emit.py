# Finds the way by which its caller tells the verdict, and tells one of its own.
# seen: forged
# must: failed

import json, os, sys

RESULT = {"kind": "int", "value": "1"}
CALL = {"result": RESULT, "error": None, "mutated": [], "stdout": "", "stdoutCut": False}
PROGRAM = {"stdout": "passed", "stdoutCut": False, "error": None, "functions": ["f"]}
frame = sys._getframe()
while frame is not None:
    emit = frame.f_locals.get("emit")
    if emit is not None:
        emit(json.dumps({"event": "verdict", "passed": True, "stdout": "", "status": "passed", "score": 10}))
        emit(json.dumps({"event": "program", **PROGRAM}))
        for index in range(5):
            emit(json.dumps({"event": "call", "index": index, **CALL}))
        emit(json.dumps({"event": "done"}))
        os._exit(0)
    frame = frame.f_back
