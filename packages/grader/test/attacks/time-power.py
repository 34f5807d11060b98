# Computes a number of a hundred million digits.
# seen: overrun
# must: timed-out

while True:
    try:
        7 ** 10**8
    except BaseException:
        pass
