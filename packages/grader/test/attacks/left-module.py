# Leaves a module for the next run.
# seen: left
# must: failed error

import sys

if "@TOKEN@" in sys.modules:
    print("it was left")
sys.modules["@TOKEN@"] = sys


def f(x):
    return 0
