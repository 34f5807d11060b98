# Adds an audit hook, which cannot be taken back, against everything that is compiled.
# seen: next
# must: failed error

import sys


def f(x):
    return 0


def refuse(event, args):
    if event == "compile":
        raise RuntimeError("refused")


sys.addaudithook(refuse)
