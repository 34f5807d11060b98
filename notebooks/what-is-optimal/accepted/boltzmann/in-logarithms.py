from math import exp, fsum, inf, log

def boltzmann(reference, rewards, beta):
    logits = []
    for p, r in zip(reference, rewards):
        logits.append(log(p) + r / beta if p > 0 else -inf)
    most = max(logits)
    log_z = most + log(fsum(exp(x - most) for x in logits))
    return [exp(x - log_z) for x in logits]

show(boltzmann([0.5, 0.5], [0.0, 1.0], 1.0))
show(boltzmann([0.5, 0.3, 0.19, 0.01], [0.0, 1.0, 0.5, 2.0], 0.5))
show(boltzmann([0.5, 0.3, 0.2], [3.0, 3.0, 3.0], 0.1))
show(boltzmann([0.25, 0.75], [2000.0, 1999.0], 1.0))
show(boltzmann([0.9, 0.1], [-5000.0, -5001.0], 0.5))
show(boltzmann([0.5, 0.5, 0.0], [0.0, 1.0, 9000.0], 1.0))
