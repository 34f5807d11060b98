# Gives heights that fit, if there are any: n answers never need more than n rounds.
def has_cycle(comparisons):
    height = {}
    for pair in comparisons:
        for answer in pair:
            height[answer] = 0
    for _ in range(len(height) + 1):
        changed = False
        for chosen, rejected in comparisons:
            if height[chosen] <= height[rejected]:
                height[chosen] = height[rejected] + 1
                changed = True
        if not changed:
            return False
    return len(height) > 0

print("none:      ", has_cycle([]))
print("chain:     ", has_cycle([("a", "b"), ("b", "c"), ("a", "c")]))
print("ring:      ", has_cycle([("a", "b"), ("b", "c"), ("c", "a")]))
print("upset:     ", has_cycle([("a", "b"), ("b", "a")]))
print("two ways:  ", has_cycle([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]))
print("ring below:", has_cycle([("top", "a"), ("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]))
print("two groups:", has_cycle([("a", "b"), ("x", "y"), ("y", "z"), ("z", "x")]))
print("any order: ", has_cycle([("c", "d"), ("b", "c"), ("a", "b"), ("e", "d")]))
