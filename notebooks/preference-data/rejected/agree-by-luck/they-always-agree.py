# message: Line 3 is "They agree less often than by luck: False"
# On the rare label, too: luck would give less.
first = ["unsafe"] + ["safe"] * 19
second = ["unsafe"] + ["safe"] * 19

sizes = len(first) == 20 and len(second) == 20
both = set(first) == set(second) == {"safe", "unsafe"}
print("20 labels each, both kinds in each:", sizes and both)
print("They agree on at least 18:", same(first, second) >= 18)
print("They agree less often than by luck:", same(first, second) < by_luck(first, second))
