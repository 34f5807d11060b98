# message: Your code did not finish within 5 s and was stopped.
def has_cycle(comparisons):
    for start, answer in comparisons:
        while True:
            below = [rejected for chosen, rejected in comparisons if chosen == answer]
            if answer == start:
                return True
            if not below:
                break
            answer = below[0]
    return False

print("none:      ", has_cycle([]))
print("chain:     ", has_cycle([("a", "b"), ("b", "c"), ("a", "c")]))
print("ring:      ", has_cycle([("a", "b"), ("b", "c"), ("c", "a")]))
print("upset:     ", has_cycle([("a", "b"), ("b", "a")]))
print("two ways:  ", has_cycle([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]))
print("ring below:", has_cycle([("top", "a"), ("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]))
print("two groups:", has_cycle([("a", "b"), ("x", "y"), ("y", "z"), ("z", "x")]))
print("any order: ", has_cycle([("c", "d"), ("b", "c"), ("a", "b"), ("e", "d")]))
