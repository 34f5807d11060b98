from itertools import combinations

def labels(unsafe):
    return ["unsafe" if i in unsafe else "safe" for i in range(20)]

for one, other in combinations(range(20), 2):
    first, second = labels({one}), labels({other})
    if same(first, second) >= 18 and same(first, second) < by_luck(first, second):
        break

sizes = len(first) == 20 and len(second) == 20
both = set(first) == set(second) == {"safe", "unsafe"}
print("20 labels each, both kinds in each:", sizes and both)
print("They agree on at least 18:", same(first, second) >= 18)
print("They agree less often than by luck:", same(first, second) < by_luck(first, second))
