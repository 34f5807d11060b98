# The probability written out with exponentials, as Bradley and Terry had it.
def update(weights, chosen, rejected, rate):
    strength_chosen = exp(sum(w * x for w, x in zip(weights, chosen)))
    strength_rejected = exp(sum(w * x for w, x in zip(weights, rejected)))
    probability = strength_chosen / (strength_chosen + strength_rejected)
    slopes = []
    for c, r in zip(chosen, rejected):
        slopes.append((1 - probability) * (c - r))
    return [w + rate * s for w, s in zip(weights, slopes)]

print("One step:", update([0.0, 0.0, 0.5], [1, 0, 2], [0, 1, 2], 1.0))

weights = train(update)
for name, weight in zip(FEATURES, weights):
    print(f"{name:16} {weight:+.2f}")
print(f"Right, in one sentence:   {reward(weights, [1, 1, 0]):+.2f}")
print(f"Empty, in nine sentences: {reward(weights, [0, 9, 0]):+.2f}")
