import math

def boltzmann(reference, rewards, beta):
    counts = {i: rewards[i] for i, p in enumerate(reference) if p != 0}
    best = max(counts.values())
    weight = {i: reference[i] * math.exp((r - best) / beta) for i, r in counts.items()}
    z = math.fsum(weight.values())
    return [weight.get(i, 0.0) / z for i in range(len(reference))]

show(boltzmann([0.5, 0.5], [0.0, 1.0], 1.0))
show(boltzmann([0.5, 0.3, 0.19, 0.01], [0.0, 1.0, 0.5, 2.0], 0.5))
show(boltzmann([0.5, 0.3, 0.2], [3.0, 3.0, 3.0], 0.1))
show(boltzmann([0.25, 0.75], [2000.0, 1999.0], 1.0))
show(boltzmann([0.9, 0.1], [-5000.0, -5001.0], 0.5))
show(boltzmann([0.5, 0.5, 0.0], [0.0, 1.0, 9000.0], 1.0))
