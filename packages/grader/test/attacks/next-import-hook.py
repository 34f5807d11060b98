# Puts a hook in that answers every import.
# seen: next
# must: failed error

import builtins

real = builtins.__import__


def lie(name, *args, **kwargs):
    if name == "colorsys":
        raise ImportError(name)
    return real(name, *args, **kwargs)


builtins.__import__ = lie


def f(x):
    return 0
