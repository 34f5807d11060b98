# message: Your code stopped with ZeroDivisionError
def cohen_kappa(first, second):
    n = len(first)
    observed = sum(a == b for a, b in zip(first, second)) / n
    luck = sum(first.count(k) * second.count(k) for k in set(first)) / n ** 2
    return (observed - luck) / (1 - luck)

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
