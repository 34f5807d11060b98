from math import exp

def boltzmann(reference, rewards, beta):
    """
    The policy with the greatest mean reward - beta * KL from the reference.

    reference: a list of probabilities. Some may be 0, not all.
    rewards: a list of numbers, as long as reference; they may be thousands.
    beta: a number above 0.

    Return a new list: the optimal probability of each answer. It is 0.0
    for an answer that the reference never gives, whatever its reward.
    Leave both lists as they are.
    """
    weights = list(reference)
    top = max(r for p, r in zip(reference, rewards) if p > 0)
    for i in range(len(weights)):
        if weights[i] > 0:
            weights[i] *= exp((rewards[i] - top) / beta)
    total = sum(weights)
    return [w / total for w in weights]

show(boltzmann([0.5, 0.5], [0.0, 1.0], 1.0))
show(boltzmann([0.5, 0.3, 0.19, 0.01], [0.0, 1.0, 0.5, 2.0], 0.5))
show(boltzmann([0.5, 0.3, 0.2], [3.0, 3.0, 3.0], 0.1))
show(boltzmann([0.25, 0.75], [2000.0, 1999.0], 1.0))
show(boltzmann([0.9, 0.1], [-5000.0, -5001.0], 0.5))
show(boltzmann([0.5, 0.5, 0.0], [0.0, 1.0, 9000.0], 1.0))
