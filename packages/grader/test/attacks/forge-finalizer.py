# Acts when its result is thrown away, after it has been compared.
# seen: forged
# must: failed error

import gc


class Late:
    def __del__(self):
        for value in gc.get_objects():
            if type(value) is list and value and all(part is False for part in value):
                value[:] = [True] * len(value)


kept = []


def f(x):
    kept.append(Late())
    if len(kept) > 1:
        kept.pop(0)
    if x == 40:
        import sys

        frame = sys._getframe()
        while frame is not None:
            if "namespace" in frame.f_locals and "passed" in frame.f_locals:
                frame.f_locals["results"] = Truthy()
            frame = frame.f_back
        import builtins

        builtins.all = lambda values: True
    return 0


class Truthy(list):
    pass
