# The other way round: everything seems unsafe.
first = ["unsafe"] * 20
second = list(first)
first[3] = "safe"
second[12] = "safe"

sizes = len(first) == 20 and len(second) == 20
both = set(first) == set(second) == {"safe", "unsafe"}
print("20 labels each, both kinds in each:", sizes and both)
print("They agree on at least 18:", same(first, second) >= 18)
print("They agree less often than by luck:", same(first, second) < by_luck(first, second))
