# Puts a module of its own in the place of one of the library.
# seen: next
# must: failed error

import sys, types

fake = types.ModuleType("colorsys")
fake.rgb_to_hsv = lambda *_: (0, 0, 0)
sys.modules["colorsys"] = fake


def f(x):
    return 0
