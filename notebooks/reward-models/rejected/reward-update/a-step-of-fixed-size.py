# message: Line 2 is "names the cause  +30.00", expected "names the cause  +1.81".
# Takes the surprise for a half, which it is only while the model knows nothing.
def update(weights, chosen, rejected, rate):
    return [w + rate * 0.5 * (c - r) for w, c, r in zip(weights, chosen, rejected)]

print("One step:", update([0.0, 0.0, 0.5], [1, 0, 2], [0, 1, 2], 1.0))

weights = train(update)
for name, weight in zip(FEATURES, weights):
    print(f"{name:16} {weight:+.2f}")
print(f"Right, in one sentence:   {reward(weights, [1, 1, 0]):+.2f}")
print(f"Empty, in nine sentences: {reward(weights, [0, 9, 0]):+.2f}")
