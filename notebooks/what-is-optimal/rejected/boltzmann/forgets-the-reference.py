# message: Line 2 is "0.0152 0.1125 0.0414 0.8310", expected "0.1323 0.5866 0.1367 0.1445".
# The softmax of the rewards: as if every answer had been equally likely before.
from math import exp

def boltzmann(reference, rewards, beta):
    top = max(rewards)
    weights = [exp((r - top) / beta) for r in rewards]
    total = sum(weights)
    return [w / total for w in weights]

show(boltzmann([0.5, 0.5], [0.0, 1.0], 1.0))
show(boltzmann([0.5, 0.3, 0.19, 0.01], [0.0, 1.0, 0.5, 2.0], 0.5))
show(boltzmann([0.5, 0.3, 0.2], [3.0, 3.0, 3.0], 0.1))
show(boltzmann([0.25, 0.75], [2000.0, 1999.0], 1.0))
show(boltzmann([0.9, 0.1], [-5000.0, -5001.0], 0.5))
show(boltzmann([0.5, 0.5, 0.0], [0.0, 1.0, 9000.0], 1.0))
