# Gives results as large as they can be.
# seen: flood
# must: failed error out-of-memory timed-out

def f(x):
    return ["\u20ac" * 4000 for _ in range(4000)]


big = print(f(1) * 1)
