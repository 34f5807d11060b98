# Loops when its generator is closed.
# seen: overrun
# must: timed-out

def endless():
    while True:
        try:
            yield 1
        except BaseException:
            while True:
                try:
                    while True:
                        pass
                except BaseException:
                    pass


generator = endless()
next(generator)
generator.close()
