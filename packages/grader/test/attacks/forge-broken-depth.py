# Gives a value so deep that it cannot be compared.
# seen: forged
# must: failed error

def f(x):
    nested = []
    for _ in range(500):
        nested = [nested]
    return nested
