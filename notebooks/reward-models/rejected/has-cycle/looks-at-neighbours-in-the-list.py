# message: Line 2 is "chain:      True", expected "chain:      False".
def has_cycle(comparisons):
    winners = [chosen for chosen, rejected in comparisons]
    return any(rejected in winners for chosen, rejected in comparisons)

print("none:      ", has_cycle([]))
print("chain:     ", has_cycle([("a", "b"), ("b", "c"), ("a", "c")]))
print("ring:      ", has_cycle([("a", "b"), ("b", "c"), ("c", "a")]))
print("upset:     ", has_cycle([("a", "b"), ("b", "a")]))
print("two ways:  ", has_cycle([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]))
print("ring below:", has_cycle([("top", "a"), ("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]))
print("two groups:", has_cycle([("a", "b"), ("x", "y"), ("y", "z"), ("z", "x")]))
print("any order: ", has_cycle([("c", "d"), ("b", "c"), ("a", "b"), ("e", "d")]))
