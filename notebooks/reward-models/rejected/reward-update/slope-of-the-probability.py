# message: Line 1 is "One step: [0.25, -0.25, 0.5]", expected "One step: [0.5, -0.5, 0.5]".
# Climbs P, not log P.
def update(weights, chosen, rejected, rate):
    p = sigmoid(sum(w * (c - r) for w, c, r in zip(weights, chosen, rejected)))
    return [w + rate * p * (1 - p) * (c - r) for w, c, r in zip(weights, chosen, rejected)]

print("One step:", update([0.0, 0.0, 0.5], [1, 0, 2], [0, 1, 2], 1.0))

weights = train(update)
for name, weight in zip(FEATURES, weights):
    print(f"{name:16} {weight:+.2f}")
print(f"Right, in one sentence:   {reward(weights, [1, 1, 0]):+.2f}")
print(f"Empty, in nine sentences: {reward(weights, [0, 9, 0]):+.2f}")
