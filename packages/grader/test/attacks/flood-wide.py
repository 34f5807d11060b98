# Says a value of millions of parts.
# seen: flood
# must: error failed timed-out out-of-memory

import sys

frame = sys._getframe()
while frame is not None:
    emit = frame.f_locals.get("emit")
    if emit is not None:
        emit('{"event":"program","stdout":"","stdoutCut":false,"error":null,"functions":["f"]}')
        items = ",".join(['{"kind":"none"}'] * 1_200_000)
        for index in range(5):
            emit('{"event":"call","index":%d,"result":{"kind":"list","items":[%s]},"error":null,"mutated":[],"stdout":"","stdoutCut":false}' % (index, items))
        emit('{"event":"done"}')
        break
    frame = frame.f_back
