# Loops when it is thrown away.
# seen: overrun
# must: timed-out

class Late:
    def __del__(self):
        while True:
            try:
                while True:
                    pass
            except BaseException:
                pass


late = Late()
del late
