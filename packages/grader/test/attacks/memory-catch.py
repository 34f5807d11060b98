# Grows without end, and catches that there is no more.
# seen: memory
# must: out-of-memory timed-out error

grown = []
while True:
    try:
        while True:
            grown.append(bytearray(5_000_000))
    except BaseException:
        pass
