# Changes its caller’s variables from a profile function.
# seen: forged
# must: failed error

import sys


def profile(frame, event, arg):
    while frame is not None:
        if "results" in frame.f_locals and "passed" in frame.f_locals:
            frame.f_locals["results"] = [True]
            frame.f_locals["passed"] = True
        frame = frame.f_back


def f(x):
    sys.setprofile(profile)
    return 0
