# Replaces built-ins, for all that run after it.
# seen: next
# must: failed error

import builtins

builtins.len = lambda value: 7
builtins.sorted = lambda value: []
builtins.sum = lambda value: 0


def f(x):
    return 0
