# message: Line 6 is "ring below: False", expected "ring below: True".
# A dictionary with one entry an answer keeps the last choice only.
def has_cycle(comparisons):
    below = dict(comparisons)
    for start in below:
        answer = below[start]
        for _ in comparisons:
            if answer == start:
                return True
            answer = below.get(answer)
    return False

print("none:      ", has_cycle([]))
print("chain:     ", has_cycle([("a", "b"), ("b", "c"), ("a", "c")]))
print("ring:      ", has_cycle([("a", "b"), ("b", "c"), ("c", "a")]))
print("upset:     ", has_cycle([("a", "b"), ("b", "a")]))
print("two ways:  ", has_cycle([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]))
print("ring below:", has_cycle([("top", "a"), ("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]))
print("two groups:", has_cycle([("a", "b"), ("x", "y"), ("y", "z"), ("z", "x")]))
print("any order: ", has_cycle([("c", "d"), ("b", "c"), ("a", "b"), ("e", "d")]))
