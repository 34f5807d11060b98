# message: Line 1 is "20 labels each, both kinds in each: False"
first = ["safe"] * 20
second = ["safe"] * 18 + ["unsafe"] * 2

sizes = len(first) == 20 and len(second) == 20
both = set(first) == set(second) == {"safe", "unsafe"}
print("20 labels each, both kinds in each:", sizes and both)
print("They agree on at least 18:", same(first, second) >= 18)
print("They agree less often than by luck:", same(first, second) < by_luck(first, second))
