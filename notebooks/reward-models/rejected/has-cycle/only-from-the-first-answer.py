# message: Line 6 is "ring below: False", expected "ring below: True".
def has_cycle(comparisons):
    if not comparisons:
        return False
    start = comparisons[0][0]
    reached, waiting = set(), [start]
    while waiting:
        answer = waiting.pop()
        for chosen, rejected in comparisons:
            if chosen == answer:
                if rejected == start:
                    return True
                if rejected not in reached:
                    reached.add(rejected)
                    waiting.append(rejected)
    return False

print("none:      ", has_cycle([]))
print("chain:     ", has_cycle([("a", "b"), ("b", "c"), ("a", "c")]))
print("ring:      ", has_cycle([("a", "b"), ("b", "c"), ("c", "a")]))
print("upset:     ", has_cycle([("a", "b"), ("b", "a")]))
print("two ways:  ", has_cycle([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]))
print("ring below:", has_cycle([("top", "a"), ("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]))
print("two groups:", has_cycle([("a", "b"), ("x", "y"), ("y", "z"), ("z", "x")]))
print("any order: ", has_cycle([("c", "d"), ("b", "c"), ("a", "b"), ("e", "d")]))
