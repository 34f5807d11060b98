# message: Line 3 is "They agree less often than by luck: False"
# Two differences, but luck gives only 10 of 20 here.
first = ["safe"] * 10 + ["unsafe"] * 10
second = ["safe"] * 9 + ["unsafe"] * 2 + ["safe"] + ["unsafe"] * 8

sizes = len(first) == 20 and len(second) == 20
both = set(first) == set(second) == {"safe", "unsafe"}
print("20 labels each, both kinds in each:", sizes and both)
print("They agree on at least 18:", same(first, second) >= 18)
print("They agree less often than by luck:", same(first, second) < by_luck(first, second))
