score = lambda text: (
    0.2 * min(text.count(",") + 1, 5)
    + 1.5 * ("fresh" in text)
    - 3 * ("sorry" in text)
)

dishes = [
    "fresh basil, tomato, oil",
    "sorry, stale bread with fresh butter",
    "soup",
    "fresh peas, mint, lemon, butter, salt",
]

best = max(dishes, key=score)
print(f"Winner: {best}")
print(f"Points: {score(best):.1f}")
