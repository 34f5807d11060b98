# Gives an object that claims another class, and subtracts to nothing.
# seen: forged
# must: failed

class Nothing:
    __class__ = property(lambda self: int)

    def __rsub__(self, other):
        return 0

    __sub__ = __rsub__


def f(x):
    return Nothing()
