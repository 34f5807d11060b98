def cohen_kappa(first, second):
    """
    Cohen's kappa of two readers.

    first, second: two equally long lists of labels (any texts):
    first[i] and second[i] are what the readers said of item i.

    observed = the share of items with equal labels.
    luck = the sum, over all labels, of (share of the first's labels that
    are this one) * (share of the second's labels that are this one).
    Return (observed - luck) / (1 - luck). Return None when the lists are
    empty, and when luck is 1: both used one and the same label only.
    """
    n = len(first)
    same = sum(a == b for a, b in zip(first, second))
    if n == 0:
        return None
    observed = same / n
    luck = sum(first.count(k) * second.count(k) for k in set(first)) / n ** 2
    if luck == 1:
        return None
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
