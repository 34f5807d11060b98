# Says things so deep that reading them takes the stack, and longer each time.
# seen: flood
# must: error timed-out out-of-memory

import sys

frame = sys._getframe()
depth = 100
while frame is not None:
    emit = frame.f_locals.get("emit")
    if emit is not None:
        while True:
            depth = min(depth * 2, 400_000)
            lists = '{"kind":"list","items":[' * depth + "]}" * depth
            emit('{"event":"call","index":0,"result":' + lists + ',"error":null,"mutated":[],"stdout":"","stdoutCut":false}')
            emit("[" * depth * 5)
    frame = frame.f_back
