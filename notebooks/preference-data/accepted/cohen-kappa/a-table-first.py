from collections import Counter

def cohen_kappa(first, second):
    table = Counter(zip(first, second))
    n = sum(table.values())
    if n == 0:
        return None
    labels = {label for pair in table for label in pair}
    row = {k: sum(table[k, other] for other in labels) for k in labels}
    column = {k: sum(table[other, k] for other in labels) for k in labels}
    observed = sum(table[k, k] for k in labels) / n
    luck = sum(row[k] * column[k] for k in labels) / (n * n)
    return None if luck == 1 else (observed - luck) / (1 - luck)

ana = ["safe"] * 18 + ["unsafe"] * 2
ben = ["safe"] * 17 + ["unsafe"] + ["safe"] + ["unsafe"]
print("Ana and Ben: ", cohen_kappa(ana, ben))
print("themselves:  ", cohen_kappa(ana, ana))
print("opposites:   ", cohen_kappa(["L", "R", "L", "R"], ["R", "L", "R", "L"]))
print("by luck:     ", cohen_kappa(["L", "L", "R", "R"], ["L", "R", "L", "R"]))
print("three labels:", cohen_kappa(["A", "B", "tie", "A"], ["A", "B", "A", "A"]))
print("other shares:", cohen_kappa(["L", "L", "L", "R"], ["L", "R", "R", "R"]))
print("one label:   ", cohen_kappa(["A", "A"], ["A", "A"]))
print("one each:    ", cohen_kappa(["A", "A"], ["B", "B"]))
print("nothing:     ", cohen_kappa([], []))
