# Leaves a name in JavaScript for the next run.
# seen: left
# must: failed error

import js

print(getattr(js, "@TOKEN@", "nothing"))
js.@TOKEN@ = "it was left"


def f(x):
    return 0
