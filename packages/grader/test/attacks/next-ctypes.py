# Overwrites the interpreter’s own memory.
# seen: next
# must: error failed out-of-memory timed-out

import ctypes

ctypes.memset(id(True), 0, 32)
ctypes.memset(id(None), 0, 32)
ctypes.memset(0, 1, 2**20)
