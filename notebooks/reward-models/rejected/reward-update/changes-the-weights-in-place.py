# message: changed an argument that it should leave alone.
def update(weights, chosen, rejected, rate):
    difference = sum(w * (c - r) for w, c, r in zip(weights, chosen, rejected))
    surprise = 1 - sigmoid(difference)
    for f in range(len(weights)):
        weights[f] += rate * surprise * (chosen[f] - rejected[f])
    return weights

print("One step:", update([0.0, 0.0, 0.5], [1, 0, 2], [0, 1, 2], 1.0))

weights = train(update)
for name, weight in zip(FEATURES, weights):
    print(f"{name:16} {weight:+.2f}")
print(f"Right, in one sentence:   {reward(weights, [1, 1, 0]):+.2f}")
print(f"Empty, in nine sentences: {reward(weights, [0, 9, 0]):+.2f}")
