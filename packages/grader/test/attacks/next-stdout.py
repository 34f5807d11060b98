# Closes standard output, and puts another in its place.
# seen: next
# must: failed error

import io, os, sys


class Deaf(io.StringIO):
    def write(self, text):
        raise OSError("no")


sys.__stdout__ = sys.stdout = Deaf()
import builtins

builtins.print = lambda *args, **kwargs: None


def f(x):
    return 0
