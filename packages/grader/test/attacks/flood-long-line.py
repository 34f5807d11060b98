# Says one line of a hundred million characters.
# seen: flood
# must: error failed out-of-memory timed-out

import sys

frame = sys._getframe()
while frame is not None:
    emit = frame.f_locals.get("emit")
    if emit is not None:
        emit('{"event":"call","index":0,"stdout":"' + "x" * 100_000_000 + '"}')
        emit('{"event":"done"}')
        break
    frame = frame.f_back
