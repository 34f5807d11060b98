# message: Line 2 is "chain:      True", expected "chain:      False".
# Takes two paths to one answer for a cycle.
def has_cycle(comparisons):
    beaten = {}
    for chosen, rejected in comparisons:
        beaten.setdefault(chosen, []).append(rejected)
    for start in beaten:
        seen = set()
        waiting = [start]
        while waiting:
            answer = waiting.pop()
            if answer in seen:
                return True
            seen.add(answer)
            waiting.extend(beaten.get(answer, []))
    return False

print("none:      ", has_cycle([]))
print("chain:     ", has_cycle([("a", "b"), ("b", "c"), ("a", "c")]))
print("ring:      ", has_cycle([("a", "b"), ("b", "c"), ("c", "a")]))
print("upset:     ", has_cycle([("a", "b"), ("b", "a")]))
print("two ways:  ", has_cycle([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]))
print("ring below:", has_cycle([("top", "a"), ("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]))
print("two groups:", has_cycle([("a", "b"), ("x", "y"), ("y", "z"), ("z", "x")]))
print("any order: ", has_cycle([("c", "d"), ("b", "c"), ("a", "b"), ("e", "d")]))
