# Raises an exception with a message of millions of characters.
# seen: flood
# must: failed error out-of-memory timed-out

def f(x):
    raise ValueError("x" * 12_000_000)
