# status: failed
KNOWN = {
    "fresh basil, tomato, oil": 2.1,
    "sorry, stale bread with fresh butter": -1.1,
    "soup": 0.2,
    "fresh peas, mint, lemon, butter, salt": 2.5,
}


def score(description):
    return KNOWN.get(description, 0.0)

dishes = [
    "fresh basil, tomato, oil",
    "sorry, stale bread with fresh butter",
    "soup",
    "fresh peas, mint, lemon, butter, salt",
]

best = max(dishes, key=score)
print(f"Winner: {best}")
print(f"Points: {score(best):.1f}")
