# status: failed
def score(description):
    """
    Score a dish by its description:
      + 0.2 per ingredient (commas separate them, at most 5 count)
      + 1.5 for the word "fresh"
      - 3.0 for an apology ("sorry")
    """
    total = 0.0
    total += 0.2 * min(len(description.split(",")), 5)
    if "fresh" in description:
        total += 1.5

    if "Sorry" in description:
        total -= 3.0

    return total

dishes = [
    "fresh basil, tomato, oil",
    "sorry, stale bread with fresh butter",
    "soup",
    "fresh peas, mint, lemon, butter, salt",
]

best = max(dishes, key=score)
print(f"Winner: {best}")
print(f"Points: {score(best):.1f}")
