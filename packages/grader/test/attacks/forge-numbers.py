# Says numbers that are none, and indices beyond all bounds.
# seen: forged
# must: failed

import json, os, sys

frame = sys._getframe()
while frame is not None:
    emit = frame.f_locals.get("emit")
    if emit is not None:
        emit(json.dumps({"event": "verdict", "passed": True, "stdout": ""}))
        emit(json.dumps({"event": "program", "stdout": "", "stdoutCut": False, "error": None, "functions": ["f"]}))
        for index in (-1, 1e308, 2**53, 0.5, "0", None, True, [0]):
            emit(json.dumps({"event": "call", "index": index, "result": None, "error": None, "mutated": [], "stdout": "", "stdoutCut": False}))
        texts = ["Infinity", "nan", "", "0x10", "1e999"]
        for index, text in enumerate(texts):
            result = {"kind": "float", "value": text}
            emit(json.dumps({"event": "call", "index": index, "result": result, "error": None, "mutated": [], "stdout": "", "stdoutCut": False}))
        emit('{"event":"done"}')
        os._exit(0)
    frame = frame.f_back
