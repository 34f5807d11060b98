# Recurses in Python without a limit until the interpreter itself breaks.
# seen: next
# must: error out-of-memory

import sys

sys.setrecursionlimit(10**9)


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x"[:0])


Deep().deeper
