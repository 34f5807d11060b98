# Loops, and catches whatever would stop it.
# seen: overrun
# must: timed-out

while True:
    try:
        while True:
            pass
    except BaseException:
        pass
