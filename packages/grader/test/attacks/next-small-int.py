# Changes the value of a small number in memory.
# seen: next
# must: error failed timed-out out-of-memory

import ctypes

seven = ctypes.cast(id(1), ctypes.POINTER(ctypes.c_uint32))
before = list(seven[0:6])
for index in range(2, 6):
    if seven[index] == 1:
        seven[index] = 3


def f(x):
    return 0
