# Loops when the text of its exception is asked for.
# seen: overrun
# must: timed-out

class Slow(Exception):
    def __str__(self):
        while True:
            try:
                while True:
                    pass
            except BaseException:
                pass


def f(x):
    raise Slow
