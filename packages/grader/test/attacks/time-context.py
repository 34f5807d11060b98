# Loops on the way out of a with.
# seen: overrun
# must: timed-out

class Endless:
    def __enter__(self):
        return self

    def __exit__(self, *_):
        while True:
            try:
                while True:
                    pass
            except BaseException:
                pass


with Endless():
    raise KeyboardInterrupt
