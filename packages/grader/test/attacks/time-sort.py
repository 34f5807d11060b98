# Has a list sorted by a key that C alone never comes to an end with.
# seen: overrun
# must: timed-out

sorted([0, 1], key=lambda _: any(iter(int, 1)))
