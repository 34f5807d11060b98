# message: Line 1 is "0.3333 0.6667", expected "0.2689 0.7311".
from math import exp

def boltzmann(reference, rewards, beta):
    weights = [p * (1 + r / beta) for p, r in zip(reference, rewards)]
    total = sum(weights)
    return [w / total for w in weights]

show(boltzmann([0.5, 0.5], [0.0, 1.0], 1.0))
show(boltzmann([0.5, 0.3, 0.19, 0.01], [0.0, 1.0, 0.5, 2.0], 0.5))
show(boltzmann([0.5, 0.3, 0.2], [3.0, 3.0, 3.0], 0.1))
show(boltzmann([0.25, 0.75], [2000.0, 1999.0], 1.0))
show(boltzmann([0.9, 0.1], [-5000.0, -5001.0], 0.5))
show(boltzmann([0.5, 0.5, 0.0], [0.0, 1.0, 9000.0], 1.0))
