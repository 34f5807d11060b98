# Says small things without end.
# seen: flood
# must: error timed-out

import sys

frame = sys._getframe()
while frame is not None:
    emit = frame.f_locals.get("emit")
    if emit is not None:
        while True:
            emit('{"event":"call","index":0,"result":null,"error":null,"mutated":[],"stdout":"","stdoutCut":false,"more":"' + "x" * 1000 + '"}')
    frame = frame.f_back
