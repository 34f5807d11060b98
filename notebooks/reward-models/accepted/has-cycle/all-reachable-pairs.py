# Adds (a, c) for every (a, b) and (b, c) until nothing is new.
def has_cycle(comparisons):
    over = set(comparisons)
    while True:
        more = {(a, d) for a, b in over for c, d in over if b == c} - over
        if not more:
            break
        over |= more
    return any(a == b for a, b in over)

print("none:      ", has_cycle([]))
print("chain:     ", has_cycle([("a", "b"), ("b", "c"), ("a", "c")]))
print("ring:      ", has_cycle([("a", "b"), ("b", "c"), ("c", "a")]))
print("upset:     ", has_cycle([("a", "b"), ("b", "a")]))
print("two ways:  ", has_cycle([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]))
print("ring below:", has_cycle([("top", "a"), ("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]))
print("two groups:", has_cycle([("a", "b"), ("x", "y"), ("y", "z"), ("z", "x")]))
print("any order: ", has_cycle([("c", "d"), ("b", "c"), ("a", "b"), ("e", "d")]))
