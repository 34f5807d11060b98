# Gives a number that is not a number, which no difference is larger than.
# seen: forged
# must: failed

def f(x):
    return float("nan")
