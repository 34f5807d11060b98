# Recurses in C until the interpreter itself breaks.
# seen: next
# must: error out-of-memory

import sys

sys.setrecursionlimit(10**9)
nested = []
for _ in range(10**6):
    nested = [nested]
repr(nested)
