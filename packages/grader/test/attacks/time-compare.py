# Loops when its result is compared, or looked at.
# seen: overrun
# must: timed-out

class Slow:
    def __eq__(self, other):
        while True:
            try:
                while True:
                    pass
            except BaseException:
                pass

    __sub__ = __repr__ = __hash__ = lambda self, *_: self == 1

    @property
    def __dict__(self):
        return self == 1


def f(x):
    return Slow()
