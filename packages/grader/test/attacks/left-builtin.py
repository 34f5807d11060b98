# Leaves a name among the built-ins for the next run.
# seen: left
# must: failed error

import builtins

print(getattr(builtins, "@TOKEN@", "nothing"))
builtins.@TOKEN@ = "it was left"


def f(x):
    return 0
