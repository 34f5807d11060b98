# Aborts the interpreter.
# seen: next
# must: error

import os

os.abort()
