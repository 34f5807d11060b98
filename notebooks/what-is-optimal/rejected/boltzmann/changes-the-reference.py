# message: boltzmann([0.5, 0.5], [0.0, 1.0], 1.0) changed an argument that it should leave alone. Work on a copy.
from math import exp

def boltzmann(reference, rewards, beta):
    top = max(r for p, r in zip(reference, rewards) if p > 0)
    for i, r in enumerate(rewards):
        if reference[i] > 0:
            reference[i] *= exp((r - top) / beta)
    total = sum(reference)
    return [w / total for w in reference]

show(boltzmann([0.5, 0.5], [0.0, 1.0], 1.0))
show(boltzmann([0.5, 0.3, 0.19, 0.01], [0.0, 1.0, 0.5, 2.0], 0.5))
show(boltzmann([0.5, 0.3, 0.2], [3.0, 3.0, 3.0], 0.1))
show(boltzmann([0.25, 0.75], [2000.0, 1999.0], 1.0))
show(boltzmann([0.9, 0.1], [-5000.0, -5001.0], 0.5))
show(boltzmann([0.5, 0.5, 0.0], [0.0, 1.0, 9000.0], 1.0))
