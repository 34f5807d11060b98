# Leaves no room for calls.
# seen: next
# must: failed error

import sys


def f(x):
    return 0


depth = 1
frame = sys._getframe()
while frame is not None:
    depth += 1
    frame = frame.f_back
for limit in range(depth, depth + 50):
    try:
        sys.setrecursionlimit(limit)
        break
    except RecursionError:
        pass
