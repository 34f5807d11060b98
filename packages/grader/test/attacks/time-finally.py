# Loops in a finally.
# seen: overrun
# must: timed-out

def again():
    try:
        while True:
            pass
    finally:
        again()


def f(x):
    while True:
        try:
            again()
        except BaseException:
            continue
