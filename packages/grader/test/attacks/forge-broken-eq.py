# Breaks the comparison, in the hope that a broken check does not count.
# seen: forged
# must: failed error

class Broken:
    def __eq__(self, other):
        raise RuntimeError("the check is broken")

    __sub__ = __rsub__ = __repr__ = __hash__ = __len__ = __iter__ = __eq__

    def __getattribute__(self, name):
        raise RuntimeError("the check is broken")


def f(x):
    return Broken()
