# Leaves a file in Python’s file system for the next run.
# seen: left
# must: failed error

import os

if os.path.exists("/tmp/@TOKEN@"):
    print("it was left")
open("/tmp/@TOKEN@", "w").close()


def f(x):
    return 0
