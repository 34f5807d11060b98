# status: failed
def points(description):
    total = 0.0
    total += 0.2 * min(len(description.split(",")), 5)
    if "fresh" in description:
        total += 1.5
    if "sorry" in description:
        total -= 3.0
    return total

dishes = [
    "fresh basil, tomato, oil",
    "sorry, stale bread with fresh butter",
    "soup",
    "fresh peas, mint, lemon, butter, salt",
]

best = max(dishes, key=points)
print(best)
