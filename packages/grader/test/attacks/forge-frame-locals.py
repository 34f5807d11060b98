# Sets its caller’s variable passed, again and again, from a trace function.
# seen: forged
# must: failed error

import sys


def trace(frame, event, arg):
    if "passed" in frame.f_locals:
        frame.f_locals["passed"] = True
    if "results" in frame.f_locals:
        frame.f_locals["results"] = [True]
    return trace


def f(x):
    frame = sys._getframe()
    while frame is not None:
        frame.f_trace = trace
        frame = frame.f_back
    sys.settrace(trace)
    return 0
