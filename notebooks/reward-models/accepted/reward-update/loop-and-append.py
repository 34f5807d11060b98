import math

def update(weights, chosen, rejected, rate):
    difference = 0.0
    for i in range(len(weights)):
        difference = difference + weights[i] * chosen[i] - weights[i] * rejected[i]
    wrong = 1.0 - 1.0 / (1.0 + math.exp(-difference))
    result = []
    for i in range(len(weights)):
        result.append(weights[i] + rate * wrong * chosen[i] - rate * wrong * rejected[i])
    return result

print("One step:", update([0.0, 0.0, 0.5], [1, 0, 2], [0, 1, 2], 1.0))

weights = train(update)
for name, weight in zip(FEATURES, weights):
    print(f"{name:16} {weight:+.2f}")
print(f"Right, in one sentence:   {reward(weights, [1, 1, 0]):+.2f}")
print(f"Empty, in nine sentences: {reward(weights, [0, 9, 0]):+.2f}")
