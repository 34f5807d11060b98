# Ends the interpreter before anybody can say that it is wrong.
# seen: forged
# must: error
# chromium: no meaning: a worker has no exit status

import os


def f(x):
    os._exit(0)
