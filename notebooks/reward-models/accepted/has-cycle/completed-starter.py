def has_cycle(comparisons):
    """
    Do the choices lead from some answer back to itself?

    comparisons: a list of (chosen, rejected) pairs of names (any strings).

    Return True when there is an answer a such that a was chosen over some
    answer, that one over some other, and so on, and the last one over a.
    Two choices (a, b) and (b, a) are a cycle, and so is (a, a) alone.
    Otherwise return False; without comparisons there is no cycle.
    """
    beaten = {}  # answer -> the answers that it was chosen over
    for chosen, rejected in comparisons:
        beaten.setdefault(chosen, []).append(rejected)
    for start in beaten:
        seen = set()
        waiting = list(beaten[start])
        while waiting:
            answer = waiting.pop()
            if answer == start:
                return True
            if answer not in seen:
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
