import re


def score(description: str) -> float:
    points = 0.2 * min(len(re.split(",", description)), 5)
    if re.search(r"\bfresh\b", description):
        points += 1.5
    if re.search(r"\bsorry\b", description):
        points -= 3.0
    return points


print("done")
