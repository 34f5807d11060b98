def update(weights, chosen, rejected, rate):
    """
    One step of gradient ascent on log P, where P is the probability
    sigmoid(reward of chosen - reward of rejected), and the reward of a
    reply is the sum of weight * feature.

    weights, chosen, rejected: lists of numbers, all of one length.
    rate: a number, by which the slope of each weight is multiplied.

    Return a new list: each weight plus rate times its slope.
    Leave the three lists as they are.
    """
    difference = 0.0
    for w, c, r in zip(weights, chosen, rejected):
        difference += w * (c - r)
    surprise = 1 - sigmoid(difference)
    new = list(weights)
    for f in range(len(new)):
        new[f] += rate * surprise * (chosen[f] - rejected[f])
    return new

print("One step:", update([0.0, 0.0, 0.5], [1, 0, 2], [0, 1, 2], 1.0))

weights = train(update)
for name, weight in zip(FEATURES, weights):
    print(f"{name:16} {weight:+.2f}")
print(f"Right, in one sentence:   {reward(weights, [1, 1, 0]):+.2f}")
print(f"Empty, in nine sentences: {reward(weights, [0, 9, 0]):+.2f}")
