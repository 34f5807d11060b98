def score(description):
    total = -3.0 if "sorry" in description else 0.0
    if "fresh" in description:
        total += 1.5
    ingredients = description.split(",")
    return total + 0.2 * min(5, len(ingredients))

dishes = [
    "fresh basil, tomato, oil",
    "sorry, stale bread with fresh butter",
    "soup",
    "fresh peas, mint, lemon, butter, salt",
]

best = max(dishes, key=score)
print(f"Winner: {best}")
print(f"Points: {score(best):.1f}")
